package org.microgram.dashboard.review;

import java.util.ArrayList;
import java.util.List;
import org.microgram.dashboard.review.ReviewRefused.Code;
import org.microgram.dashboard.review.ReviewRefused.Problem;
import org.microgram.messages.readings.DayLock;
import org.microgram.standards.ChinaTime;

/** Gathers everything that stands against a decision, so that all is told at once. */
final class Objections {

    private final List<Problem> found = new ArrayList<>();

    void add(Code code, String chinese, String english) {
        found.add(new Problem(code, chinese, english));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> found() {
        return found;
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ReviewRefused(found);
        }
    }

    void unlessReason(String reason) {
        if (reason.isBlank()) {
            add(Code.NO_REASON, "缺少理由。-> 写明理由。", "there is no reason. -> say why.");
        } else if (reason.length() > Notes.MOST_REASON || Notes.isReserved(reason)) {
            add(
                    Code.BAD_REASON,
                    "理由超过 " + Notes.MOST_REASON + " 字,或以 " + Notes.RETURNED + "、" + Notes.AMENDS + "开头。-> 改写理由。",
                    "the reason has more than " + Notes.MOST_REASON + " characters, or begins with " + Notes.RETURNED
                            + "or " + Notes.AMENDS + ". -> put it in other words.");
        }
    }

    void ifLocked(ReviewDays<?> days) {
        for (int day : days.scope().days()) {
            DayLock lock = days.lock(day);
            if (lock != null) {
                add(
                        Code.DAY_LOCKED,
                        ChinaTime.date(day) + " 已由 " + lock.author() + " 锁定。-> 先由批准人 reopen。",
                        ChinaTime.date(day) + " is locked by " + lock.author()
                                + ". -> an approver must reopen it first.");
            }
        }
    }

    /** What is written of an hour before its end is refused at the gate, like a reading from the future. */
    void unlessOver(Scope<?> scope, Order order) {
        if (order.at() < scope.to() * 1000) {
            add(Code.NOT_OVER, "时段尚未结束。-> 结束后再作决定。", "the span is not over. -> decide on it when it is.");
        }
    }

    void laterThanNow(Slot slot) {
        add(
                Code.LATER_THAN_NOW,
                slot.name() + " 现行的值晚于此刻到达,新值不会生效。-> 检查时钟。",
                slot.name()
                        + " has a value that arrived after this moment, so another would not count. -> check the clock.");
    }

    void unlessThere(Slot slot, boolean there) {
        if (!there) {
            add(
                    Code.NO_SAMPLE,
                    slot.name() + " 没有样品。-> 检查采样时间与是否人工采样;新样品由文件导入。",
                    slot.name()
                            + " is of no sample. -> check the moment, and whether a person took it; a new sample comes in a file.");
        }
    }

    void unlessWholeDays(Scope<?> scope) {
        if (!scope.isOfWholeDays()) {
            add(
                    Code.NOT_WHOLE_DAYS,
                    "只能锁定整日、全部项目。-> 写首日与末日。",
                    "only whole days of all parameters can be locked. -> give the first and last day.");
        }
    }
}
