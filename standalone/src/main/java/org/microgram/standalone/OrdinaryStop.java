package org.microgram.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Keeps a warning out of the log whose cause is what Flink itself calls expected: each part of the job complains in a stack trace that its
 * cluster is being shut down, at every ordinary stop. Errors pass.
 */
final class OrdinaryStop extends Filter<ILoggingEvent> {

    private static final String EXPECTED = "org.apache.flink.util.FlinkExpectedException";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
            return FilterReply.NEUTRAL;
        }
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            if (cause.getClassName().equals(EXPECTED)) {
                return FilterReply.DENY;
            }
        }
        return FilterReply.NEUTRAL;
    }
}
