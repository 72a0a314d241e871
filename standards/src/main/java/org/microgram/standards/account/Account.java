package org.microgram.standards.account;

/** What any account has, of a mean, of a number of days or of a percentile: the days it rests on, and where it stands. */
public sealed interface Account permits MeanAccount, CountAccount, PercentileAccount {

    AccountDays days();

    AccountStatus status();
}
