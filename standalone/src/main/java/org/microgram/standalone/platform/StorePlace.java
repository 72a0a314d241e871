package org.microgram.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.microgram.messages.network.InfluxSettings;
import org.microgram.standalone.DataDirectory;
import org.microgram.standalone.StoreKind;
import org.microgram.standalone.Told;
import org.microgram.standalone.terminal.Lang;
import org.microgram.store.QuestDbStore;
import org.microgram.store.Store;
import org.microgram.store.StoreFailure;
import org.microgram.store.influx.InfluxStore;

/**
 * In which store a data directory keeps its figures: the embedded one, or an InfluxDB, which {@code DATA/store-place} remembers together
 * with a name that the database knows, too. So neither a directory is read with another store than it was written with, nor a database
 * written by two directories.
 */
public final class StorePlace {

    private static final String NAME = "store-place";

    private final DataDirectory data;
    private final Optional<InfluxSettings> influx;

    private StorePlace(DataDirectory data, Optional<InfluxSettings> influx) {
        this.data = data;
        this.influx = influx;
    }

    /**
     * Which store a data directory has, or will have.
     *
     * @param root of a directory that may not exist yet
     * @param asked for on the command line
     * @throws OtherStore when the figures there are in another one than asked for
     */
    public static StoreKind kindOf(Path root, Optional<StoreKind> asked) {
        Optional<Place> known = read(root);
        StoreKind kind = known.map(Place::kind).orElse(StoreKind.EMBEDDED);
        boolean decided = known.isPresent() || DataDirectory.hasFigures(root);
        if (decided && asked.isPresent() && asked.get() != kind) {
            throw new OtherStore(root, kind, asked.get());
        }
        return asked.orElse(kind);
    }

    /** The embedded store, inside the directory. */
    public static StorePlace embedded(DataDirectory data) {
        return new StorePlace(data, Optional.empty());
    }

    /** An InfluxDB. */
    public static StorePlace influx(DataDirectory data, InfluxSettings settings) {
        return new StorePlace(data, Optional.of(settings));
    }

    /** Says that the next start fills another store: to be followed by a rebuild. An InfluxDB that is left keeps its figures. */
    public static void move(DataDirectory data, StoreKind to) {
        Derived.outdate(data);
        write(data, to, read(data).map(Place::name).orElseGet(StorePlace::newName));
        if (to == StoreKind.INFLUX) {
            Derived.deleteContents(data.store());
        }
    }

    /** For people: QuestDB, or the InfluxDB with everything but its secret. */
    public String describe() {
        return influx.map(settings -> "InfluxDB " + settings).orElse("QuestDB");
    }

    /**
     * Opens the store.
     *
     * @param mayBeEmpty whether the figures are to be made anyway; else a database that has lost its figures is refused
     * @throws StoreFailure which is passing when the InfluxDB does not answer
     * @throws NotOurs when the database belongs to another directory
     */
    public Store open(boolean mayBeEmpty) {
        if (influx.isEmpty()) {
            return QuestDbStore.open(data.store());
        }
        InfluxStore store = InfluxStore.open(influx.get());
        try {
            requireOurs(store, mayBeEmpty);
            return store;
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    private void requireOurs(InfluxStore store, boolean mayBeEmpty) {
        Optional<String> owner = store.owner();
        if (owner.isEmpty() && mayBeEmpty) {
            store.claim(name(data));
        } else if (owner.isEmpty()) {
            throw new StoreFailure("The figures of " + data.root() + " are not in " + describe() + "."
                    + "\n-> is it the right database (config/store.yaml)? If it was lost: ./microgram rebuild --data "
                    + data.root());
        } else if (!owner.get().equals(read(data).map(Place::name).orElse(""))) {
            throw new NotOurs(data.root(), influx.get().database());
        }
    }

    /** What the database is told the directory is called; made at the first time. */
    private static String name(DataDirectory data) {
        Optional<Place> known = read(data);
        if (known.isPresent()) {
            return known.get().name();
        }
        String name = newName();
        write(data, StoreKind.INFLUX, name);
        return name;
    }

    private static String newName() {
        return UUID.randomUUID().toString();
    }

    /** @param name what an InfluxDB is told the directory is called */
    private record Place(StoreKind kind, String name) {}

    private static Optional<Place> read(DataDirectory data) {
        return read(data.root());
    }

    private static Optional<Place> read(Path root) {
        Path file = root.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] words = Files.readString(file).strip().split(" ", 2);
            return Optional.of(new Place(StoreKind.valueOf(words[0].toUpperCase(Locale.ROOT)), words[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void write(DataDirectory data, StoreKind kind, String name) {
        try {
            Files.writeString(data.root().resolve(NAME), kind.code() + " " + name + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** The directory's figures are in another store than was asked for. */
    public static final class OtherStore extends RuntimeException implements Told {

        private final transient Path root;
        private final StoreKind has;
        private final StoreKind asked;

        OtherStore(Path root, StoreKind has, StoreKind asked) {
            super("the figures of " + root + " are in the store " + has.code() + ", not in " + asked.code());
            this.root = root;
            this.has = has;
            this.asked = asked;
        }

        @Override
        public String tell(Lang lang) {
            return lang.pick(
                            "数据目录 %1$s 的数值保存在 %2$s 中，而不是 %3$s；未作任何改动。%n-> 去掉 --store %3$s；若要改用它，先运行 ./microgram rebuild --data %1$s --store %3$s。",
                            "The figures of %1$s are in the store %2$s, not in %3$s; nothing was changed.%n-> drop --store %3$s; to move them there: ./microgram rebuild --data %1$s --store %3$s")
                    .formatted(root, has.code(), asked.code());
        }
    }

    /** The database holds the figures of another data directory. */
    public static final class NotOurs extends RuntimeException implements Told {

        private final transient Path root;
        private final String database;

        NotOurs(Path root, String database) {
            super("the database " + database + " holds the figures of another data directory than " + root);
            this.root = root;
            this.database = database;
        }

        @Override
        public String tell(Lang lang) {
            return lang.pick(
                            "InfluxDB 中的 %1$s 存有另一数据目录的数值，不属于 %2$s；未作任何改动。%n-> 在 config/store.yaml 中另写一个库名；若那些数值已无用处，先在 InfluxDB 中删除 %1$s。",
                            "The database %1$s of the InfluxDB holds the figures of another data directory than %2$s; nothing was changed.%n-> name another one in config/store.yaml; or delete %1$s in the InfluxDB first, if those figures are of no use.")
                    .formatted(database, root);
        }
    }
}
