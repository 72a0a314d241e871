package org.microgram.standalone;

import java.util.List;
import java.util.Optional;
import org.microgram.dashboard.query.TargetAccount;
import org.microgram.messages.network.Target;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standards.account.CountAccount;
import org.microgram.standards.account.Indicator;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.account.Outlook;
import org.microgram.standards.account.PercentileAccount;
import org.microgram.standards.number.Fraction;
import org.microgram.standards.number.Rounded;

/** Where an account stands, in one sentence made of figures. */
final class DaysSentence {

    private final Lang lang;
    private final AccountWords words;

    DaysSentence(Lang lang) {
        this.lang = lang;
        this.words = new AccountWords(lang);
    }

    String of(TargetAccount account) {
        String text;
        List<Outlook> outlooks;
        if (account instanceof TargetAccount.OfCount count) {
            text = count.target().indicator() == Indicator.GOOD_DAYS ? good(count.account()) : heavy(count.account());
            outlooks = count.account().outlooks();
        } else if (account instanceof TargetAccount.OfOzone ozone) {
            text = ozone(ozone.target(), ozone.account());
            outlooks = ozone.account().asLastYear().stream().toList();
        } else {
            TargetAccount.OfMean mean = (TargetAccount.OfMean) account;
            text = mean(mean.target(), mean.account());
            outlooks = mean.account().outlooks();
        }
        return text + asLastYear(outlooks) + " → " + words.status(account.status());
    }

    private String good(CountAccount account) {
        String had = lang.pick("优良 %d 天，目标至少 %d 天", "%d good days of at least %d")
                .formatted(account.count(), account.target());
        if (account.toCome() == 0) {
            return had + lang.pick("，全期已过", ", the period is over");
        }
        if (account.left() < 0) {
            return had
                    + lang.pick("，余 %d 天全部优良也差 %d 天", ", with all %d days to come good still %d short")
                            .formatted(account.toCome(), -account.left());
        }
        return had
                + lang.pick(
                                "，余 %d 天，其中 %d 天须优良（AQI 至多 %d），还可失 %d 天",
                                ", %d days to come, of which %d must be good (AQI %d at most) and %d may be lost")
                        .formatted(
                                account.toCome(),
                                account.mustKeep(),
                                Indicator.GOOD_DAYS.highestAqi(),
                                Math.min(account.left(), account.toCome()));
    }

    private String heavy(CountAccount account) {
        String had = lang.pick("重污染 %d 天，目标至多 %d 天", "%d heavy days of at most %d")
                .formatted(account.count(), account.target());
        if (account.toCome() == 0) {
            return had + lang.pick("，全期已过", ", the period is over");
        }
        String toCome = lang.pick("，余 %d 天", ", %d days to come").formatted(account.toCome());
        return had
                + toCome
                + (account.left() < 0
                        ? lang.pick("，已超 %d 天", ", %d over already").formatted(-account.left())
                        : lang.pick(
                                        "，还可有 %d 天重污染，其余各天 AQI 至多 %d",
                                        ", %d of which may be heavy, each of the others has an AQI of %d at most")
                                .formatted(account.left(), Indicator.HEAVY_DAYS.highestAqi()));
    }

    private String ozone(Target target, PercentileAccount account) {
        String had = lang.pick("O3 第 90 百分位至今 %s，目标 %s", "90th percentile of O3 %s so far, target %s")
                .formatted(
                        account.judged()
                                .map(judged -> Rounded.of(
                                                judged, target.judgedAt().decimals())
                                        .toString())
                                .orElse("—"),
                        target.written());
        if (account.toCome() == 0) {
            return had + lang.pick("，全期已过", ", the period is over");
        }
        String toCome = lang.pick("，余 %d 天", ", %d days to come").formatted(account.toCome());
        if (account.isSafe()) {
            return had + toCome + lang.pick("，多高都不会超", ", which cannot miss it any more");
        }
        return had
                + toCome
                + (account.highestEach().isEmpty()
                        ? lang.pick("，再低也达不到", ", none of them low enough to attain it")
                        : lang.pick(
                                        "，还可有 %d 天任意高，其余每天至多 %d µg/m³",
                                        ", %d of which may have anything and each of the others %d µg/m³")
                                .formatted(
                                        account.left().orElseThrow(),
                                        account.highestEach(account.left().getAsInt())
                                                .orElseThrow()));
    }

    private String mean(Target target, MeanAccount account) {
        String had = lang.pick("PM2.5 均值至今 %s，目标 %s", "mean of PM2.5 %s so far, target %s")
                .formatted(AccountPage.hundredths(account.mean().orElseThrow()), target.written());
        return had
                + account.allowed()
                        .map(allowed -> lang.pick(
                                        "，余 %d 天，日均至多 %s µg/m³", ", %d days to come, their mean may be %s µg/m³")
                                .formatted(account.toCome(), AccountPage.hundredths(allowed)))
                        .orElse(lang.pick("，全期已过", ", the period is over"));
    }

    private String asLastYear(List<Outlook> outlooks) {
        Optional<Fraction> end = outlooks.stream()
                .filter(outlook -> outlook.name().equals(Outlook.LAST_YEAR))
                .findFirst()
                .map(Outlook::end);
        return end.map(at ->
                        lang.pick("；其余如去年则为 %s", "; as last year it ends at %s").formatted(Rounded.of(at, 1)))
                .orElse("");
    }
}
