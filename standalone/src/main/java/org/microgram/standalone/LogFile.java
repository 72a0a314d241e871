package org.microgram.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the log to a file of the data directory, of bounded size; the terminal then sees errors only. */
public final class LogFile {

    private static final String NAME = "microgram.log";
    private static final int OLD_FILES = 4;
    private static final FileSize LARGEST = new FileSize(10 * FileSize.MB_COEFFICIENT);

    private LogFile() {}

    /** From now on everything logged goes to {@code folder/microgram.log}, which is returned. */
    public static Path open(Path folder) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        Path path = folder.resolve(NAME);

        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setName(path.toString());
        file.setFile(path.toString());

        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36}: %msg%n%rEx{20}");
        encoder.start();
        file.setEncoder(encoder);

        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.setFileNamePattern(path + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(OLD_FILES);
        rolling.start();
        file.setRollingPolicy(rolling);

        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(LARGEST);
        trigger.start();
        file.setTriggeringPolicy(trigger);

        OrdinaryStop ordinary = new OrdinaryStop();
        ordinary.start();
        file.addFilter(ordinary);
        file.start();

        Appender<ILoggingEvent> terminal = root.getAppender("STDERR");
        if (terminal != null) {
            ThresholdFilter errors = new ThresholdFilter();
            errors.setLevel(Level.ERROR.toString());
            errors.start();
            terminal.addFilter(errors);
        }
        root.addAppender(file);
        return path;
    }
}
