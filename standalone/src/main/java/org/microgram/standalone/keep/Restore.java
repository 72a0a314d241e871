package org.microgram.standalone.keep;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.microgram.access.files.PrivateFiles;
import org.microgram.messages.Topics;
import org.microgram.standalone.DataDirectory;
import org.microgram.standalone.Told;
import org.microgram.standalone.terminal.Lang;

/** A backup, opened and checked: every part is there with the hash that the manifest names. */
public final class Restore implements AutoCloseable {

    /** Where a restored directory keeps the configuration of its figures. */
    public static final String CONFIG = "config-restored";

    private static final long WAITING_BYTES = 32L << 20;
    private static final Set<String> TOPICS = Set.of(Topics.READINGS, Topics.REFUSALS);

    /** Users and audit log are this operating-system user's alone. */
    private static final Set<String> PRIVATE = Set.of("access", "audit");

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Restore(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws Damaged naming the part that is not what it was */
    public static Restore open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new Damaged(file, "it is no zip file (" + e.getMessage() + ")", "它不是 zip 文件");
        }
        try {
            Manifest manifest = manifest(file, zip);
            for (Manifest.Part part : manifest.parts()) {
                check(file, zip, part);
            }
            return new Restore(file, zip, manifest);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /** Puts the files into a data directory that is empty so far: the configuration into {@link #CONFIG}, the others where they were. */
    public void files(DataDirectory data) throws IOException {
        for (Manifest.Part part : manifest.parts()) {
            if (part.name().startsWith("config/")) {
                copy(part, data.root().resolve(CONFIG), part.name().substring("config/".length()));
            } else if (part.name().startsWith("data/")) {
                copy(part, data.root(), part.name().substring("data/".length()));
            }
        }
    }

    /** Sends the log's messages to a broker, each partition in its order; returns when all are acknowledged. */
    public void log(String bootstrap, LongConsumer progress) throws IOException {
        AtomicReference<Exception> failed = new AtomicReference<>();
        long sent = 0;
        try (KafkaProducer<byte[], byte[]> producer = producer(bootstrap)) {
            for (Manifest.Part part : manifest.parts()) {
                String[] name = part.name().split("/", -1);
                if (!name[0].equals("log")) {
                    continue;
                }
                try (DataInputStream in = new DataInputStream(new BufferedInputStream(read(zip, part), 1 << 16))) {
                    for (LogEntries.Entry e = LogEntries.read(in); e != null; e = LogEntries.read(in)) {
                        send(producer, name[1], Integer.parseInt(name[2]), e, failed);
                        progress.accept(++sent);
                    }
                }
            }
            producer.flush();
        }
        if (failed.get() != null) {
            throw new IOException(
                    "The broker did not take all messages: " + failed.get().getMessage()
                            + "\n-> has the disk room? Delete the data directory and restore again.",
                    failed.get());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of every failure
    private static void send(
            KafkaProducer<byte[], byte[]> producer,
            String topic,
            int partition,
            LogEntries.Entry entry,
            AtomicReference<Exception> failed) {
        producer.send(
                new ProducerRecord<>(topic, partition, entry.timestamp(), entry.key(), entry.value()),
                (metadata, failure) -> failed.compareAndSet(null, failure));
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 << 10,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        WAITING_BYTES),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private void copy(Manifest.Part part, Path folder, String name) throws IOException {
        Path to = folder.resolve(name);
        if (PRIVATE.contains(name.split("/", 2)[0])) {
            PrivateFiles.createFolder(to.getParent());
            PrivateFiles.createFile(to);
        } else {
            Files.createDirectories(to.getParent());
        }
        try (InputStream in = read(zip, part);
                OutputStream out = Files.newOutputStream(to)) {
            in.transferTo(out);
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new Damaged(file, "it has no " + Manifest.NAME, "其中没有 " + Manifest.NAME);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = new ObjectMapper().readValue(in, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new Damaged(
                        file,
                        "its format is " + manifest.format() + ", this Microgram knows " + Manifest.FORMAT,
                        "其格式为 " + manifest.format() + "，本程序只认识 " + Manifest.FORMAT);
            }
            return manifest;
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new Damaged(file, Manifest.NAME + " cannot be read", Manifest.NAME + " 无法读取");
        }
    }

    private static void check(Path file, ZipFile zip, Manifest.Part part) throws IOException {
        Path name = Path.of(part.name());
        if (name.isAbsolute() || name.startsWith("..") || !name.normalize().equals(name)) {
            throw new Damaged(file, part.name() + " reaches outside the data directory", part.name() + " 指向数据目录之外");
        }
        String[] words = part.name().split("/", -1);
        if (words[0].equals("log") && (words.length != 3 || !TOPICS.contains(words[1]))) {
            throw new Damaged(file, part.name() + " is no part of a log", part.name() + " 不是日志的一部分");
        }
        MessageDigest digest = Backup.sha256();
        try (InputStream in = new DigestInputStream(read(zip, part), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new Damaged(file, part.name() + " cannot be read", part.name() + " 无法读取");
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw new Damaged(file, part.name() + " is not what the manifest says", part.name() + " 与清单不符");
        }
    }

    private static InputStream read(ZipFile zip, Manifest.Part part) throws IOException {
        ZipEntry entry = zip.getEntry(part.name());
        if (entry == null) {
            throw new IOException(part.name() + " is missing");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** The file is no backup, or not what it was when it was made; nothing was restored from it. */
    public static final class Damaged extends RuntimeException implements Told {

        private final transient Path file;
        private final String english;
        private final String chinese;

        Damaged(Path file, String english, String chinese) {
            super(file + ": " + english);
            this.file = file;
            this.english = english;
            this.chinese = chinese;
        }

        @Override
        public String tell(Lang lang) {
            return lang.pick(
                            "%s 不能用于恢复：%s；未作任何改动。%n-> 换一份备份；好的备份由 ./microgram backup 生成。",
                            "%s cannot be restored from: %s; nothing was changed.%n-> take another backup; ./microgram backup makes good ones.")
                    .formatted(file, lang.pick(chinese, english));
        }
    }
}
