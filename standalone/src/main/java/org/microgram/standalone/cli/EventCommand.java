package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.microgram.messages.network.ExceptionalEvent;
import org.microgram.standalone.Services;
import org.microgram.standalone.Services.Event.Verb;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Options of {@code event list|propose|confirm|reject}; what it does is {@link Services#event}. */
@Command(name = "event")
final class EventCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Parameters(index = "0", paramLabel = "list|propose|confirm|reject", descriptionKey = "EVENT_VERB")
    private Verb verb;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", descriptionKey = "EVENT_ID", defaultValue = "")
    private String id;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--rule", descriptionKey = "event-rule")
    private boolean rule;

    @Option(names = "--area", paramLabel = "ID|NAME", descriptionKey = "event-area")
    private String area;

    @Option(names = "--station", paramLabel = "ID|NAME", descriptionKey = "event-station")
    private List<String> stations = List.of();

    @Option(names = "--from", paramLabel = "D|DThh:00", descriptionKey = "event-from")
    private String from;

    @Option(names = "--to", paramLabel = "D|DThh:00", descriptionKey = "event-to")
    private String to;

    @Option(names = "--pollutant", paramLabel = "PM10|PM2.5", descriptionKey = "event-pollutant")
    private List<String> pollutants = List.of();

    @Option(names = "--document", paramLabel = "TEXT", descriptionKey = "event-document", defaultValue = "")
    private String document;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "event-reason", defaultValue = "")
    private String reason;

    @Spec
    private CommandSpec spec;

    EventCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        long first = 0;
        long last = 0;
        if (verb == Verb.PROPOSE) {
            if ((area == null) == stations.isEmpty()) {
                throw usage("--area 与 --station 须写其一，且只写其一", "give either --area or --station");
            }
            if (from == null || to == null) {
                throw usage("缺少 --from 或 --to", "--from or --to is missing");
            }
            first = hour(from, 0);
            last = hour(to, 23);
            if (last < first) {
                throw usage("--to 早于 --from", "--to is before --from");
            }
            if (!rule && pollutants.isEmpty()) {
                throw usage("缺少 --pollutant PM10 或 PM2.5", "--pollutant PM10 or PM2.5 is missing");
            }
            if (!rule && reason.isBlank()) {
                throw usage("缺少 --reason：为何认为是沙尘", "--reason is missing: why it is taken for dust");
            }
        } else if (verb != Verb.LIST && id.isEmpty()) {
            throw usage("缺少事件编号 ID", "the event's ID is missing");
        }
        if (verb == Verb.REJECT && reason.isBlank()) {
            throw usage("缺少 --reason：为何驳回", "--reason is missing: why it is rejected");
        }
        return services.event(
                        common.session(),
                        new Services.Event(
                                data,
                                verb,
                                id,
                                rule,
                                Optional.ofNullable(area),
                                List.copyOf(stations),
                                first,
                                last,
                                pollutants.stream()
                                        .map(this::pollutant)
                                        .distinct()
                                        .toList(),
                                document,
                                reason))
                .code();
    }

    private Pollutant pollutant(String code) {
        return Pollutant.find(code)
                .filter(Pollutant::isParticulate)
                .orElseThrow(() -> usage(code + " 不是 PM10 或 PM2.5", code + " is neither PM10 nor PM2.5"));
    }

    /** The beginning of an hour; of a day that of the hour meant. */
    private long hour(String text, int ofDay) {
        try {
            if (text.length() == 10) {
                return ChinaTime.startOf(LocalDate.parse(text)) + ofDay * (long) ChinaTime.SECONDS_OF_HOUR;
            }
        } catch (DateTimeException e) {
            // told below
        }
        return ExceptionalEvent.parse(text)
                .orElseThrow(() -> usage(
                        text + " 不是日期或小时的起点：写 2020-03-18 或 2020-03-18T10:00",
                        text + " is no day or beginning of an hour: write 2020-03-18, or 2020-03-18T10:00"));
    }

    private ParameterException usage(String chinese, String english) {
        return new ParameterException(
                spec.commandLine(), common.session().lang().pick(chinese, english));
    }
}
