package org.microgram.store.influx;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.service.InfluxQLQueryService;
import com.influxdb.exceptions.InfluxException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.microgram.messages.network.InfluxSettings;
import org.microgram.store.StoreFailure;
import retrofit2.Response;

/**
 * One InfluxDB, through its own client: lines go in by the blocking writer (the other one drops the oldest when full), InfluxQL comes out.
 *
 * <p>Every failure is a {@link StoreFailure} that says what to do, and whether waiting may be enough. For any number of threads.
 */
final class InfluxConnection implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    // A server that is stopped, not dead, takes the question and never answers.
    private static final Duration ANSWERING = Duration.ofSeconds(30);

    private static final int TOO_MANY = 429;
    private static final int FIRST_SERVER_FAULT = 500;

    private final InfluxSettings settings;
    private final okhttp3.Dispatcher calls = new okhttp3.Dispatcher();
    private final InfluxDBClient client;
    private final WriteApiBlocking writer;
    private final InfluxQLQueryService queries;
    private volatile boolean closed;

    InfluxConnection(InfluxSettings settings) {
        this.settings = settings;
        OkHttpClient.Builder http = new OkHttpClient.Builder()
                .dispatcher(calls)
                .connectTimeout(CONNECTING)
                .readTimeout(ANSWERING)
                .writeTimeout(ANSWERING)
                .addInterceptor(new Compatible(settings));
        InfluxDBClientOptions.Builder options = InfluxDBClientOptions.builder()
                .url(settings.url().toString())
                .okHttpClient(http)
                .org(settings.organization().orElse("-"))
                .bucket(settings.database());
        if (settings.isTwo()) {
            options.authenticateToken(settings.secret().orElse("").toCharArray());
        }
        this.client = InfluxDBClientFactory.create(options.build());
        this.writer = client.getWriteApiBlocking();
        this.queries = client.getService(InfluxQLQueryService.class);
    }

    /** What it calls itself: {@code 1.6.7}. */
    String version() {
        try {
            return client.version();
        } catch (RuntimeException e) {
            throw failure("asked for its version", e);
        }
    }

    /** Writes lines with times in nanoseconds: when it returns they can be read. */
    void write(List<String> lines) {
        requireOpen();
        try {
            writer.writeRecords(WritePrecision.NS, lines);
        } catch (RuntimeException e) {
            throw failure("written to", e);
        }
    }

    /** Asks statements, joined by semicolons, of the database; times come as nanoseconds. */
    void query(String statements, Answer.Records records) {
        requireOpen();
        try {
            Response<ResponseBody> response = queries.query(
                            statements, settings.database(), null, "ns", null, "application/json")
                    .execute();
            if (!response.isSuccessful()) {
                throw new InfluxException(response);
            }
            try (ResponseBody body = response.body();
                    Reader reader = new InputStreamReader(body.byteStream(), StandardCharsets.UTF_8)) {
                Answer.read(reader, records);
            }
        } catch (IOException | InfluxException e) {
            throw failure("asked", e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw isClosed(null);
        }
    }

    private static StoreFailure isClosed(Exception e) {
        return new StoreFailure("The store is closed; open it again to use it.", e);
    }

    private StoreFailure failure(String what, Exception e) {
        if (closed) {
            return isClosed(e);
        }
        int status = e instanceof InfluxException refused ? refused.status() : 0;
        String found = "InfluxDB (" + settings + ") could not be " + what + ": " + e.getMessage();
        return switch (status) {
            case 401, 403 ->
                new StoreFailure(
                        found + "\n-> give a user or token that may read and write " + settings.database()
                                + " in config/store.yaml",
                        e);
            case 404 ->
                new StoreFailure(
                        found + "\n-> make " + settings.database() + " there, or correct its name in config/store.yaml",
                        e);
            default ->
                status == 0 || status == TOO_MANY || status >= FIRST_SERVER_FAULT
                        ? StoreFailure.passing(
                                found + "\n-> is it running, and is the url in config/store.yaml right?", e)
                        : new StoreFailure(found + "\n-> see its log for what it does not accept", e);
        };
    }

    /** Ends questions that wait for an answer, too. */
    @Override
    public void close() {
        closed = true;
        calls.cancelAll();
        client.close();
    }
}
