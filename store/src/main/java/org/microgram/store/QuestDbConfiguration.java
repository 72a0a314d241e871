package org.microgram.store;

import io.questdb.DefaultTelemetryConfiguration;
import io.questdb.TelemetryConfiguration;
import io.questdb.cairo.CommitMode;
import io.questdb.cairo.DefaultCairoConfiguration;
import io.questdb.cairo.SqlJitMode;
import java.nio.file.Path;

/** The engine without server, telemetry or compiled filters, and with small pages: a table has some eighty columns. */
class QuestDbConfiguration extends DefaultCairoConfiguration {

    // Measured with 45 columns: 121 MB instead of 700 MB a table.
    private static final int PAGE = 256 * 1024;

    private static final int ONLY_THE_OWNER = 0700;

    private final boolean survivePowerLoss;

    QuestDbConfiguration(Path directory, boolean survivePowerLoss) {
        super(directory.toString());
        this.survivePowerLoss = survivePowerLoss;
    }

    @Override
    public int getCommitMode() {
        return survivePowerLoss ? CommitMode.SYNC : CommitMode.NOSYNC;
    }

    @Override
    public int getMkDirMode() {
        return ONLY_THE_OWNER;
    }

    @Override
    public long getDataAppendPageSize() {
        return PAGE;
    }

    @Override
    public long getWalDataAppendPageSize() {
        return PAGE;
    }

    @Override
    public int getO3ColumnMemorySize() {
        return PAGE;
    }

    @Override
    public int getSqlJitMode() {
        return SqlJitMode.JIT_MODE_DISABLED; // native code made at run time is not worth its risk here
    }

    /** Purging is called by the store when there is something to purge. */
    @Override
    public long getWalPurgeInterval() {
        return 0;
    }

    @Override
    public TelemetryConfiguration getTelemetryConfiguration() {
        return NO_TELEMETRY;
    }

    private static final TelemetryConfiguration NO_TELEMETRY = new DefaultTelemetryConfiguration() {
        @Override
        public boolean getEnabled() {
            return false;
        }

        @Override
        public boolean getDisableCompletely() {
            return true;
        }
    };
}
