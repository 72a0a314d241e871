package org.microgram.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.dashboard.query.PublishedChange;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standards.account.AccountStatus;
import org.microgram.standards.account.MeanAccount;
import org.microgram.standards.account.MissingDays;
import org.microgram.standards.account.Outlook;
import org.microgram.standards.account.PathToDate;
import org.microgram.standards.account.SameDates;
import org.microgram.standards.number.Fraction;

/** What an account's statuses, outlooks and figures are called. */
final class AccountWords {

    private final Lang lang;

    AccountWords(Lang lang) {
        this.lang = lang;
    }

    String status(AccountStatus status) {
        return switch (status) {
            case BELOW_MINIMUM -> lang.pick("有效数据不足，不作评价", "too few valid days, neither attained nor missed");
            case ATTAINED -> lang.pick("达到", "attained");
            case MISSED -> lang.pick("未达到", "missed");
            case TOO_EARLY -> lang.pick("为时尚早", "too early to say");
            case OUT_OF_REACH -> lang.pick("无法达到", "out of reach");
            case AT_RISK -> lang.pick("有风险", "at risk");
            case ON_COURSE -> lang.pick("可达", "on course");
        };
    }

    String outlook(String name) {
        return switch (name) {
            case Outlook.LAST_YEAR -> lang.pick("如去年同期", "as last year");
            case Outlook.KNOWN_YEARS -> lang.pick("如已知各年平均", "as the mean of known years");
            case Outlook.SO_FAR -> lang.pick("如今年至今", "as so far");
            default -> lang.pick("假设（去年同期增减，不导出）", "what if (last year's, more or less)");
        };
    }

    /** As it is published: both sides rounded first, and whose figure the base is. */
    List<String> change(PublishedChange change) {
        return List.of(
                lang.pick("同比", "change on the year before"),
                change.change().ratePercent().map(Object::toString).orElse("—") + " %",
                lang.pick("%s 对 %s；基数：%s", "%s against %s; base: %s")
                        .formatted(
                                change.change().now(),
                                change.change().base(),
                                change.source().equals(PublishedChange.OURS)
                                        ? lang.pick("本系统", "ours")
                                        : change.source()));
    }

    /** Rows of name, value in µg/m³, remark. */
    List<List<String>> figures(
            MeanAccount account, Optional<SameDates> last, Optional<PathToDate> path, MissingDays missing) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                lang.pick("至今均值", "mean so far"),
                shown(account.mean()),
                lang.pick("n %d + r %d = N %d；Σ %s", "n %d + r %d = N %d; Σ %s")
                        .formatted(
                                account.valid(),
                                account.toCome(),
                                account.whole(),
                                AccountPage.hundredths(account.sum()))));
        last.ifPresent(dates -> {
            rows.add(List.of(
                    lang.pick("去年同期", "same dates of last year"),
                    AccountPage.hundredths(dates.mean()),
                    lang.pick("%d 天；差 %s", "%d days; difference %s")
                            .formatted(dates.days(), shown(dates.difference()))));
            dates.matched()
                    .ifPresent(matched -> rows.add(List.of(
                            lang.pick("两年都有效的日子", "days valid in both"),
                            AccountPage.hundredths(matched.difference()),
                            lang.pick("%d 天", "%d days").formatted(matched.days()))));
        });
        path.ifPresent(to -> rows.add(List.of(
                lang.pick("路径应在", "the path is at"),
                AccountPage.hundredths(to.coins()),
                lang.pick("已用 %s；按已知年份（%d 个）的份额", "%s used; by the shares of the known years (%d)")
                        .formatted(shown(account.spent()), to.years()))));
        account.allowed().ifPresent(allowed -> {
            rows.add(List.of(
                    lang.pick("余下允许均值", "allowed mean of the rest"),
                    AccountPage.hundredths(allowed),
                    lang.pick("修约后仍达到：%s", "that still rounds to the target: %s")
                            .formatted(shown(account.allowedAsJudged()))));
            rows.add(List.of(
                    lang.pick("下一个月允许均值", "of the coming month"),
                    shown(account.allowedComingMonth()),
                    lang.pick("%d 天", "%d days")
                            .formatted(account.days().comingMonth().size())));
        });
        if (!missing.days().isEmpty()) {
            rows.add(List.of(
                    lang.pick("缺 %d 天", "%d days missing")
                            .formatted(missing.days().size()),
                    shown(missing.allowed()),
                    lang.pick("若它们如当月均值，余下允许均值", "allowed mean of the rest had they been as the mean of their month")));
        }
        return rows;
    }

    private static String shown(Optional<Fraction> exact) {
        return exact.map(AccountPage::hundredths).orElse("—");
    }
}
