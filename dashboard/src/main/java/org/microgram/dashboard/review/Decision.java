package org.microgram.dashboard.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.microgram.access.Permission;
import org.microgram.dashboard.review.ReviewRefused.Code;
import org.microgram.messages.network.Network;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.Statement;
import org.microgram.standards.ledger.ReviewState;

/**
 * What a person wants done in a review, whether they wrote a command or sent a request.
 *
 * @param value for {@code SET} and {@code AMEND}: of the only slot; {@link Slot#withdrawn} when it has none that can be used
 * @param reason in the person's words; empty where none is needed
 * @param seen the {@link Seen} of what the person decided on; empty when they do not say, and then it holds whatever is there
 */
public record Decision(Action action, Scope<?> scope, long value, String reason, String seen) {

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

        /** Whether it is about whole days, with all that is in them. */
        private boolean isOfDays() {
            return this == LOCK || this == REOPEN;
        }

        boolean takesValue() {
            return this == SET || this == AMEND;
        }
    }

    /**
     * Reads what was written.
     *
     * @param mostDays that one decision may touch
     * @throws ReviewRefused with everything that cannot be read, at once
     */
    public static Decision read(Network network, Written written, int mostDays) {
        Objections against = new Objections();
        Optional<Action> action = action(written.action(), against);
        Optional<Scope<?>> scope = ScopeReader.read(network, written, mostDays, against);
        if (written.byHand() && action.filter(Action::isOfDays).isPresent()) {
            against.add(
                    Code.NOT_UNDERSTOOD,
                    "断面一日的自动与人工样品一并锁定。-> 去掉 byHand。",
                    "a section's day is locked with all its samples, those by hand too. -> leave byHand out.");
        }
        long value = 0;
        if (action.isPresent() && action.get().takesValue() && scope.isPresent()) {
            value = value(action.get(), scope.get(), written.value(), against);
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
        return new Decision(action.orElseThrow(), scope.orElseThrow(), value, reason, written.seen());
    }

    /**
     * Reads which values somebody wants to look at.
     *
     * @throws ReviewRefused with everything that cannot be read, at once
     */
    public static Scope<?> scope(Network network, Written written, int mostDays) {
        Objections against = new Objections();
        Optional<Scope<?>> scope = ScopeReader.read(network, written, mostDays, against);
        against.throwIfAny();
        return scope.orElseThrow();
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

    private static long value(Action action, Scope<?> scope, String text, Objections against) {
        Optional<? extends Slot> slot = scope.one();
        if (slot.isEmpty()) {
            against.add(
                    Code.NOT_UNDERSTOOD,
                    action.code() + " 针对一个项目的一个小时或一个样品。-> 如 PM2.5, 2019-02-12T08 或 CODMn, 2021-04-01T12:00。",
                    action.code()
                            + " is for one parameter and one hour or sample. -> write for example PM2.5 and 2019-02-12T08, or CODMn and 2021-04-01T12:00.");
            return 0;
        }
        OptionalLong value = slot.get().read(text);
        if (value.isEmpty()) {
            String parameter = slot.get().parameter();
            String unit = slot.get().unit();
            against.add(
                    Code.BAD_VALUE,
                    "\"" + text + "\" 不是仪器能测得的 " + parameter + " (" + unit + ")。-> 检查单位;无效则留空并说明理由。",
                    "\"" + text + "\" is no value that an instrument can measure of " + parameter + ", in " + unit
                            + ". -> check the unit; for an invalid value give none, and the reason.");
        }
        return value.orElse(0);
    }

    /** The messages that it becomes; {@link ReviewRefused} when something stands against it. */
    List<ReadingsMessage> messages(Review review, Order order) {
        return switch (action) {
            case SET -> review.set(order, scope, value, reason);
            case AMEND -> review.amend(order, scope, value, reason);
            case PASS -> review.pass(order, scope);
            case RETURN -> review.sendBack(order, scope, reason);
            case LOCK -> review.lock(order, scope, reason);
            case REOPEN -> review.reopen(order, scope, reason);
        };
    }

    /** First reviews and proposals are a reviewer's; whatever confirms another person's, locks or reopens is an approver's. */
    Permission needs(List<ReadingsMessage> messages) {
        boolean confirms = action == Action.PASS || action == Action.AMEND;
        boolean first = messages.stream()
                .allMatch(
                        each -> each instanceof Statement said && said.version().state() == ReviewState.FIRST);
        return confirms && !first ? Permission.APPROVE : action.least();
    }

    /** The value that it gives, as it would be written; empty when it gives none. */
    String printedValue() {
        return action.takesValue()
                ? scope.one().map(slot -> slot.print(value, "", "invalid")).orElseThrow()
                : "";
    }

    /** The same text for the same decision, in every process. */
    String canonical() {
        return String.join(
                "\n",
                action.code(),
                scope.subject().toString(),
                scope.first(),
                scope.last(),
                String.join(" ", scope.codes()),
                Long.toString(value),
                reason,
                seen);
    }
}
