package org.microgram.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.questdb.std.FilesFacade;
import io.questdb.std.FilesFacadeImpl;
import io.questdb.std.str.LPSZ;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;

@DisplayName("A process killed while the embedded store makes a table")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HalfMadeTableTest {

    @TempDir
    Path dir;

    @Test
    void leaves_a_store_that_opens_and_takes_the_same_rows_again() {
        QuestDbLog.install();
        List<Row> rows = Halted.rows();
        Moments moments = new Moments(dir.resolve("store"), dir.resolve("moments"));
        QuestDbStore killed = QuestDbStore.open(moments.store, new Watched(moments));
        moments.taking = true;
        killed.write(rows);
        moments.taking = false;
        killed.close();

        assertThat(moments.taken).as("moments looked at").hasSizeGreaterThan(20);
        assertThat(moments.taken)
                .as("of them before the table was whole")
                .anySatisfy(moment -> assertThat(moment.resolve("being-made")).exists());
        for (Path moment : moments.taken) {
            try (QuestDbStore store = QuestDbStore.open(moment)) {
                store.write(rows);
                store.flush();
                List<Row> found = new ArrayList<>();
                store.scan(Measurement.AIR_HOUR, Set.of(), 0, Long.MAX_VALUE, found::add);
                assertThat(found).as(moment.toString()).isEqualTo(rows);
            }
        }
    }

    /** The directory as a killed process would leave it, each few files that are opened. */
    private static final class Moments {

        private static final int EVERY = 4;

        final Path store;
        private final Path into;
        private final List<Path> taken = new ArrayList<>();
        private int opened;
        private boolean taking;

        Moments(Path store, Path into) {
            this.store = store;
            this.into = into;
        }

        void pass() {
            if (taking && opened++ % EVERY == 0) {
                Path moment = into.resolve(String.format("%04d", opened));
                copy(moment);
                taken.add(moment);
            }
        }

        private void copy(Path moment) {
            try (Stream<Path> all = Files.walk(store)) {
                for (Path path : all.toList()) {
                    Path copy = moment.resolve(store.relativize(path).toString());
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(path, copy);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Watched extends QuestDbConfiguration {

        private final FilesFacade files;

        Watched(Moments moments) {
            super(moments.store.toAbsolutePath(), false);
            this.files = new FilesFacadeImpl() {
                @Override
                public long openRW(LPSZ name, int options) {
                    moments.pass();
                    return super.openRW(name, options);
                }

                @Override
                public long openCleanRW(LPSZ name, long size) {
                    moments.pass();
                    return super.openCleanRW(name, size);
                }
            };
        }

        @Override
        public FilesFacade getFilesFacade() {
            return files == null ? super.getFilesFacade() : files;
        }
    }
}
