package org.microgram.dashboard.explain;

import java.util.Collection;
import org.microgram.dashboard.explain.Words.Both;
import org.microgram.messages.network.Events;
import org.microgram.messages.network.ExceptionalEvent;
import org.microgram.standards.ChinaTime;
import org.microgram.standards.air.Pollutant;

/** Confirmed exceptional events (dust) as receipts tell them. */
public final class EventWords {

    private EventWords() {}

    /** Beside a value that it takes hours from, or an hour that it takes out. */
    static Both out(Collection<String> ids) {
        String names = String.join(", ", ids);
        return new Both("沙尘事件 " + names + ",不计入均值", "dust event " + names + ", out of the means");
    }

    /** The same with the value of all hours beside it. */
    static Both out(Collection<String> ids, String all) {
        return new Both(out(ids).zh() + ";含沙尘 " + all, out(ids).en() + "; with dust " + all);
    }

    /** The same of the last input of a view's receipt. */
    public static void note(Paper paper, Collection<String> ids, String all) {
        paper.note(out(ids, all).zh(), out(ids, all).en());
    }

    /** What is left of a day, too little or not. */
    static Both left(Collection<String> ids, boolean area, Pollutant p, int had, int needed) {
        Both few = Causes.tooFew(area, p, had, needed);
        String names = String.join(", ", ids);
        return new Both("剔除沙尘事件 " + names + " 后" + few.zh(), "without dust event " + names + ": " + few.en());
    }

    /** The event itself: its hours, what it rests on, who confirmed it. */
    public static Receipt.Judgement told(Events events, String id) {
        ExceptionalEvent event = events.find(id).orElseThrow();
        String when = hour(event.from()).zh() + " – " + hour(event.to()).zh();
        String english = hour(event.from()).en() + " – " + hour(event.to()).en();
        String what = event.pollutants().contains(Pollutant.PM25)
                        && event.pollutants().contains(Pollutant.PM10)
                ? "PM2.5, PM10"
                : event.pollutants().get(0).code();
        return new Receipt.Judgement(
                "沙尘事件 " + id + " (" + event.document() + "): " + what + " " + when,
                "dust event " + id + " (" + event.document() + "): " + what + " " + english,
                event.decidedBy() + " 确认,不计入均值",
                "confirmed by " + event.decidedBy() + ", out of the means",
                false);
    }

    private static Both hour(long start) {
        String day = ChinaTime.date(ChinaTime.dayOf(start)) + " ";
        Both label = HourFigures.hourName(start);
        return new Both(day + label.zh(), day + label.en());
    }
}
