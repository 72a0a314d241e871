package org.microgram.dashboard.explain;

import java.util.ArrayList;
import java.util.List;
import org.microgram.dashboard.explain.Words.Both;
import org.microgram.messages.readings.ValueNote;
import org.microgram.standards.air.DataFlag;

/** What was sent besides a value, or done to it on the way in, as people read it. */
final class NoteWords {

    private final List<String> zh = new ArrayList<>();
    private final List<String> en = new ArrayList<>();

    private NoteWords() {}

    /** Null when nothing is noted. */
    static Both of(ValueNote note) {
        NoteWords words = new NoteWords();
        words.flag(note.flag());
        if (!note.sent().isEmpty()) {
            String sent =
                    (note.sent() + " " + note.unit()).strip() + (note.factor().isEmpty() ? "" : " × " + note.factor());
            words.add("原值 " + sent, "sent as " + sent);
        }
        if (!note.detectionLimit().isEmpty()) {
            String limit = (note.detectionLimit() + " " + note.unit()).strip();
            words.add("检出限 " + limit, "detection limit " + limit);
        }
        switch (note.below()) {
            case ValueNote.BELOW_KEPT -> words.add("低于检出限,照原值", "below the detection limit, kept as sent");
            case ValueNote.BELOW_HALF -> words.add("低于检出限,取一半", "below the detection limit, half of it enters");
            default -> {}
        }
        if (!note.method().isEmpty()) {
            words.add("方法 " + note.method(), "method " + note.method());
        }
        if (note.minutes() > 0) {
            words.add("由 " + note.minutes() + " 分钟合成", "formed of " + note.minutes() + " minutes");
        }
        return words.zh.isEmpty() ? null : new Both(String.join("; ", words.zh), String.join("; ", words.en));
    }

    private void flag(String code) {
        if (!code.isEmpty()) {
            DataFlag flag = DataFlag.find(code).orElse(null);
            add(
                    "标记 " + code + (flag == null ? "" : " " + flag.meaningZh()),
                    "flag " + code + (flag == null ? "" : " " + flag.meaningEn()));
        }
    }

    private void add(String chinese, String english) {
        zh.add(chinese);
        en.add(english);
    }
}
