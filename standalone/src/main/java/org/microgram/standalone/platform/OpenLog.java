package org.microgram.standalone.platform;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.microgram.ingest.log.Durability;
import org.microgram.ingest.log.TopicSetup;
import org.microgram.standalone.DataDirectory;
import org.microgram.standalone.EmbeddedKafka;

/** The log of a data directory alone, without job, store and page: for what only reads or fills {@code readings}. */
public final class OpenLog implements AutoCloseable {

    private final Optional<EmbeddedKafka> inside;
    private final String bootstrap;

    private OpenLog(Optional<EmbeddedKafka> inside, String bootstrap) {
        this.inside = inside;
        this.bootstrap = bootstrap;
    }

    /** The broker outside where the directory belongs to one, else its own, with all topics. */
    public static OpenLog of(DataDirectory data) throws InterruptedException {
        Optional<String> outside = new BrokerFile(data).resolve(Optional.empty());
        if (outside.isPresent()) {
            return new OpenLog(Optional.empty(), outside.get());
        }
        EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.at(data.kafka()));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            TopicSetup.ensure(admin, Durability.OS, (short) 1);
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
        return new OpenLog(Optional.of(kafka), kafka.bootstrap());
    }

    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        inside.ifPresent(EmbeddedKafka::close);
    }
}
