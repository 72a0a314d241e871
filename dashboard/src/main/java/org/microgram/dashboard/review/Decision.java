package org.microgram.dashboard.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.microgram.access.Permission;
import org.microgram.dashboard.review.ReviewRefused.Code;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.Station;
import org.microgram.messages.readings.StationMessage;
import org.microgram.messages.readings.StationRecord;
import org.microgram.standards.air.PhysicalRange;
import org.microgram.standards.air.Pollutant;
import org.microgram.standards.ledger.HourValues;
import org.microgram.standards.ledger.ReviewState;
import org.microgram.standards.number.Scaled;

/**
 * What a person wants done in a review, whether they wrote a command or sent a request.
 *
 * @param value for {@code SET} and {@code AMEND}: scaled, or {@link HourValues#TOMBSTONE} when the hour has none that can be used
 * @param reason in the person's words; empty where none is needed
 * @param seen the {@link Seen} of what the person decided on; empty when they do not say, and then it holds whatever is there
 */
public record Decision(Action action, Span span, long value, String reason, String seen) {

    /** What can be done. */
    public enum Action {
        SET(Permission.REVIEW),
        PASS(Permission.REVIEW),
        RETURN(Permission.REVIEW),
        AMEND(Permission.REVIEW),
        LOCK(Permission.APPROVE),
        REOPEN(Permission.APPROVE);

        private final Permission least;

        Action(Permission least) {
            this.least = least;
        }

        /** What nobody can do it without; some of it needs more ({@link Decision#needs}). */
        public Permission least() {
            return least;
        }

        /** As people write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean takesValue() {
            return this == SET || this == AMEND;
        }
    }

    /**
     * A decision as it was written.
     *
     * @param station id, name or alias
     * @param parameters of the six; empty for all
     * @param from a day, or an hour by the label of its end
     * @param to the last one, included; empty for one day or hour
     * @param value a decimal; empty for none that can be used
     */
    public record Written(
            String action,
            String station,
            List<String> parameters,
            String from,
            String to,
            String value,
            String reason,
            String seen) {}

    /**
     * Reads what was written.
     *
     * @param mostDays that one decision may touch
     * @throws ReviewRefused with everything that cannot be read, at once
     */
    public static Decision read(Network network, Written written, int mostDays) {
        Objections against = new Objections();
        Optional<Action> action = action(written.action(), against);
        Optional<String> station = network.findStation(written.station()).map(Station::id);
        if (station.isEmpty()) {
            against.add(
                    Code.UNKNOWN_STATION,
                    "没有站点 \"" + written.station() + "\"。-> 写 config/stations.csv 里的编号或名称。",
                    "there is no station \"" + written.station()
                            + "\". -> write an id or a name of config/stations.csv.");
        }
        Set<Pollutant> pollutants = pollutants(written.parameters(), against);
        Optional<Span> span = span(station.orElse(""), written, pollutants, mostDays, against);
        long value = HourValues.ABSENT;
        if (action.isPresent() && action.get().takesValue() && span.isPresent()) {
            if (span.get().isOneHour()) {
                value = scaled(written.value(), span.get().pollutant(), against);
            } else {
                against.add(
                        Code.NOT_UNDERSTOOD,
                        action.get().code() + " 针对一个项目的一个小时。-> 如 PM2.5, 2019-02-12T08。",
                        action.get().code()
                                + " is for one parameter and one hour. -> write for example PM2.5 and 2019-02-12T08.");
            }
        }
        if (!written.seen().matches("([0-9a-f]{16})?")) {
            against.add(
                    Code.NOT_UNDERSTOOD,
                    "seen 不是 16 位十六进制数。-> 原样写 GET /api/review 给出的 seen，或省略。",
                    "seen is no 16 hexadecimal digits. -> write it as GET /api/review gave it, or leave it out.");
        }
        against.throwIfAny();
        // A line feed or an escape would come out again at somebody's terminal.
        String reason = written.reason().replaceAll("\\p{Cntrl}", " ").strip();
        return new Decision(action.orElseThrow(), span.orElseThrow(), value, reason, written.seen());
    }

    private static Optional<Action> action(String text, Objections against) {
        for (Action each : Action.values()) {
            if (each.code().equals(text.toLowerCase(Locale.ROOT))) {
                return Optional.of(each);
            }
        }
        against.add(
                Code.NOT_UNDERSTOOD,
                "没有操作 \"" + text + "\"。-> 写 set、pass、return、amend、lock 或 reopen。",
                "there is no action \"" + text + "\". -> write set, pass, return, amend, lock or reopen.");
        return Optional.empty();
    }

    private static Set<Pollutant> pollutants(List<String> names, Objections against) {
        Set<Pollutant> found = new LinkedHashSet<>();
        for (String name : names) {
            Optional<Pollutant> pollutant = Pollutant.find(name);
            pollutant.ifPresent(found::add);
            if (pollutant.isEmpty()) {
                against.add(
                        Code.UNKNOWN_PARAMETER,
                        "没有项目 \"" + name + "\"。-> 写 PM2.5、PM10、SO2、NO2、CO 或 O3。",
                        "there is no parameter \"" + name + "\". -> write PM2.5, PM10, SO2, NO2, CO or O3.");
            }
        }
        return names.isEmpty() ? Set.copyOf(Pollutant.ALL) : found;
    }

    private static Optional<Span> span(
            String station, Written written, Set<Pollutant> pollutants, int mostDays, Objections against) {
        String last = written.to().isEmpty() ? written.from() : written.to();
        OptionalLong from = bound(written.from(), true, against);
        OptionalLong to = last.equals(written.from()) && from.isEmpty() ? from : bound(last, false, against);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.getAsLong() <= from.getAsLong()) {
            against.add(
                    Code.NOT_UNDERSTOOD,
                    last + " 早于 " + written.from() + "。-> 交换两者。",
                    last + " is before " + written.from() + ". -> exchange them.");
            return Optional.empty();
        }
        if (pollutants.isEmpty()) {
            return Optional.empty(); // each was told
        }
        Span span = new Span(station, from.getAsLong(), to.getAsLong(), pollutants);
        if (span.lastDay() - span.firstDay() >= mostDays) {
            against.add(
                    Code.TOO_LONG,
                    "超过 " + mostDays + " 天。-> 分几次。",
                    "more than " + mostDays + " days. -> do it in several steps.");
            return Optional.empty();
        }
        return Optional.of(span);
    }

    private static OptionalLong bound(String text, boolean first, Objections against) {
        OptionalLong bound = Span.bound(text, first);
        if (bound.isEmpty()) {
            against.add(
                    Code.NOT_UNDERSTOOD,
                    "\"" + text + "\" 不是日期或小时。-> 写 2019-02-12 或 2019-02-12T08（以小时末标注，01–24）。",
                    "\"" + text
                            + "\" is no day or hour. -> write 2019-02-12, or 2019-02-12T08 (by the label of its end, 01 to 24).");
        }
        return bound;
    }

    private static long scaled(String text, Pollutant pollutant, Objections against) {
        if (text.isEmpty()) {
            return HourValues.TOMBSTONE;
        }
        try {
            // No exponents: 1e999999999 would be written out.
            long scaled = text.matches("-?\\d{1,12}(\\.\\d{1,6})?") ? Scaled.parse(text) : HourValues.ABSENT;
            if (scaled != HourValues.ABSENT && PhysicalRange.of(pollutant).contains(scaled)) {
                return scaled;
            }
        } catch (ArithmeticException e) {
            // told below, like any other number that no instrument gives
        }
        against.add(
                Code.BAD_VALUE,
                "\"" + text + "\" 不是仪器能测得的 " + pollutant.code() + " (" + pollutant.unit() + ")。-> 检查单位;无效则留空并说明理由。",
                "\"" + text + "\" is no value that an instrument can measure of " + pollutant.code() + ", in "
                        + pollutant.unit() + ". -> check the unit; for an invalid hour give none, and the reason.");
        return HourValues.ABSENT;
    }

    /** The messages that it becomes; {@link ReviewRefused} when something stands against it. */
    List<StationMessage> messages(Review review, Order order) {
        return switch (action) {
            case SET -> review.set(order, span.station(), span.from(), span.pollutant(), value, reason);
            case AMEND -> review.amend(order, span.station(), span.from(), span.pollutant(), value, reason);
            case PASS -> review.pass(order, span);
            case RETURN -> review.sendBack(order, span, reason);
            case LOCK -> review.lock(order, span, reason);
            case REOPEN -> review.reopen(order, span, reason);
        };
    }

    /** First reviews and proposals are a reviewer's; whatever confirms another person's, locks or reopens is an approver's. */
    Permission needs(List<StationMessage> messages) {
        boolean confirms = action == Action.PASS || action == Action.AMEND;
        boolean first = messages.stream()
                .allMatch(each ->
                        each instanceof StationRecord record && record.version().state() == ReviewState.FIRST);
        return confirms && !first ? Permission.APPROVE : action.least();
    }

    /** The parameters it is about, in their order. */
    List<String> parameters() {
        List<String> codes = new ArrayList<>();
        for (Pollutant each : Pollutant.ALL) {
            if (span.pollutants().contains(each)) {
                codes.add(each.code());
            }
        }
        return codes;
    }

    /** The same text for the same decision, in every process. */
    String canonical() {
        return String.join(
                "\n",
                action.code(),
                span.station(),
                Long.toString(span.from()),
                Long.toString(span.to()),
                String.join(" ", parameters()),
                Long.toString(value),
                reason,
                seen);
    }
}
