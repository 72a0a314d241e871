package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.microgram.dashboard.review.SampleSpan;
import org.microgram.dashboard.review.Span;
import org.microgram.dashboard.review.Written;
import org.microgram.standalone.Services;
import org.microgram.standards.ChinaTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Options of {@code review list|set|pass|return|amend|lock|reopen}; what it does is {@link Services#review}. */
@Command(name = "review")
final class ReviewCommand implements Callable<Integer> {

    private static final String ACTIONS = "list|set|pass|return|amend|lock|reopen";

    private final Services services;

    @Mixin
    private final Common common;

    @Parameters(paramLabel = ACTIONS, descriptionKey = "ACTION")
    private String action;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--station", paramLabel = "ID|NAME", descriptionKey = "station", defaultValue = "")
    private String station;

    @Option(names = "--section", paramLabel = "ID|NAME", descriptionKey = "section", defaultValue = "")
    private String section;

    @Option(names = "--by-hand", descriptionKey = "by-hand")
    private boolean byHand;

    @Option(names = "--parameter", paramLabel = "P", descriptionKey = "parameter")
    private List<String> parameters = List.of();

    @Option(names = "--from", paramLabel = "D|DThh|DThh:mm", required = true, descriptionKey = "review-from")
    private String from;

    @Option(names = "--to", paramLabel = "D|DThh|DThh:mm", descriptionKey = "review-to")
    private String to;

    @Option(names = "--value", paramLabel = "N", descriptionKey = "value")
    private String value;

    @Option(names = "--invalid", descriptionKey = "invalid")
    private boolean invalid;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason", defaultValue = "")
    private String reason;

    @Spec
    private CommandSpec spec;

    ReviewCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        String of = action();
        subject(of);
        long start = bound(from, true);
        long end = bound(to == null ? from : to, false);
        if (end <= start) {
            throw usage("--to 早于 --from", "--to is before --from");
        }
        if (of.equals("set") || of.equals("amend")) {
            if ((value == null) != invalid) {
                throw usage(of + " 需要 --value 与 --invalid 之一", of + " takes either --value or --invalid");
            }
            if (parameters.size() != 1 || end - start != (isWater() ? 1 : ChinaTime.SECONDS_OF_HOUR)) {
                throw usage(
                        of + " 针对一个 --parameter 的一个小时，如 --from 2019-02-12T08；断面为一个样品，如 --from 2021-04-01T12:00",
                        of
                                + " is for one --parameter and one hour, such as --from 2019-02-12T08; of a section one sample, such as --from 2021-04-01T12:00");
            }
        }
        Written written = new Written(
                of,
                station,
                section,
                byHand,
                List.copyOf(parameters),
                from,
                to == null ? "" : to,
                value == null ? "" : value,
                reason,
                "");
        return services.review(common.session(), new Services.Review(data, written))
                .code();
    }

    /** Air or water, and what of it is for one of them alone. */
    private void subject(String of) {
        if (station.isEmpty() == section.isEmpty()) {
            throw usage("--station 与 --section 须写其一，且只写其一", "give either --station or --section");
        }
        if (byHand && !isWater()) {
            throw usage("--by-hand 只用于 --section", "--by-hand is for --section only");
        }
        if (byHand && List.of("lock", "reopen").contains(of)) {
            throw usage(
                    of + " 不分自动与人工：断面一日的样品一并锁定，去掉 --by-hand",
                    of + " takes no --by-hand: a section's day is locked with all its samples");
        }
    }

    private boolean isWater() {
        return !section.isEmpty();
    }

    private String action() {
        String wanted = action.toLowerCase(Locale.ROOT);
        if (!List.of(ACTIONS.split("\\|")).contains(wanted)) {
            throw usage("没有 " + action + "；可用 " + ACTIONS, "there is no " + action + "; there are " + ACTIONS);
        }
        return wanted;
    }

    private long bound(String text, boolean first) {
        if (isWater()) {
            return SampleSpan.bound(text, first)
                    .orElseThrow(() -> usage(
                            text + " 不是日期或采样时刻：写 2021-04-01 或 2021-04-01T12:00",
                            text + " is no day or moment of a sample: write 2021-04-01, or 2021-04-01T12:00"));
        }
        return Span.bound(text, first)
                .orElseThrow(
                        () -> usage(
                                text + " 不是日期或小时：写 2019-02-12 或 2019-02-12T08（以小时末标注，01–24）",
                                text
                                        + " is no day or hour: write 2019-02-12, or 2019-02-12T08 (by the label of its end, 01 to 24)"));
    }

    private ParameterException usage(String chinese, String english) {
        return new ParameterException(
                spec.commandLine(), common.session().lang().pick(chinese, english));
    }
}
