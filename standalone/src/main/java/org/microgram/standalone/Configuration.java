package org.microgram.standalone;

import java.nio.file.Path;
import java.util.Optional;
import org.microgram.messages.network.AccessOptions;
import org.microgram.messages.network.ConfigurationException;
import org.microgram.messages.network.InfluxSettings;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.NetworkLoader;
import org.microgram.messages.network.Problems;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.network.ReviewDeadlines;
import org.microgram.messages.network.StoreFile;
import org.microgram.messages.network.Targets;
import org.microgram.standalone.platform.StorePlace;

/**
 * Everything of {@code config/} that a start needs, with every problem of all its files told at once.
 *
 * @param bases published values that ours are held against
 * @param deadlines by when hours should have been reviewed
 * @param targets what accounts are held against
 * @param influx where an InfluxDB is; empty where the figures are in the embedded store, or the file says nothing of one
 */
public record Configuration(
        Network network,
        PublishedBases bases,
        ReviewDeadlines deadlines,
        Targets targets,
        Optional<InfluxSettings> influx) {

    /** What a start with a store needs: settings of an InfluxDB are read, and must be there, only when it is used. */
    public static Configuration load(Path folder, StoreKind store) {
        Problems problems = new Problems();
        Optional<InfluxSettings> influx = Optional.empty();
        if (store == StoreKind.INFLUX) {
            influx = StoreFile.influx(folder, System::getenv, problems);
            if (influx.isEmpty() && problems.isEmpty()) {
                problems.add(
                        folder.resolve(StoreFile.NAME).toString(),
                        0,
                        "says nothing of an InfluxDB.",
                        "write influx: and below it, indented, url: http://127.0.0.1:8086 and database: microgram");
            }
        }
        return read(folder, influx, problems);
    }

    /** What the figures of a data directory need, in the store they are in. */
    public static Configuration of(Path folder, Path data) {
        return load(folder, StorePlace.kindOf(data, Optional.empty()));
    }

    /** All that is there, for checking. */
    public static Configuration check(Path folder) {
        Problems problems = new Problems();
        Optional<InfluxSettings> influx = StoreFile.influx(folder, System::getenv, problems);
        AccessOptions.read(folder, problems);
        return read(folder, influx, problems);
    }

    private static Configuration read(Path folder, Optional<InfluxSettings> influx, Problems problems) {
        ReviewDeadlines deadlines = ReviewDeadlines.read(folder, problems);
        Problems all = new Problems();
        Network network = null;
        PublishedBases bases = PublishedBases.NONE;
        Targets targets = Targets.NONE;
        try {
            network = NetworkLoader.load(folder);
            targets = network.targets();
            bases = PublishedBases.load(folder, network);
        } catch (ConfigurationException e) {
            if (problems.isEmpty()) {
                throw e;
            }
            e.problems().forEach(each -> all.add(each.file(), each.line(), each.found(), each.remedy()));
        }
        problems.addTo(all);
        all.throwIfAny(folder.toString());
        return new Configuration(network, bases, deadlines, targets, influx);
    }

    /** Where the figures of a data directory are, in the store that this was loaded for. */
    public StorePlace place(DataDirectory data) {
        return influx.map(settings -> StorePlace.influx(data, settings)).orElseGet(() -> StorePlace.embedded(data));
    }
}
