package org.microgram.store.influx;

import java.io.IOException;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.microgram.messages.network.InfluxSettings;

/**
 * Between the client, which speaks to InfluxDB 2, and what is there: makes answers come in pieces as they are found, and for InfluxDB 1
 * writes to {@code /write}, because {@code /api/v2/write} came with 1.8 only, as the user with the password.
 */
final class Compatible implements Interceptor {

    private static final String WRITE_OF_TWO = "api/v2/write";

    private final InfluxSettings settings;

    Compatible(InfluxSettings settings) {
        this.settings = settings;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        HttpUrl url = request.url();
        Request.Builder changed = request.newBuilder();
        if (url.encodedPath().endsWith("/query")) {
            changed.url(url.newBuilder().setQueryParameter("chunked", "true").build());
        } else if (!settings.isTwo() && url.encodedPath().endsWith("/" + WRITE_OF_TWO)) {
            String path = url.encodedPath();
            changed.url(url.newBuilder()
                    .encodedPath(path.substring(0, path.length() - WRITE_OF_TWO.length()) + "write")
                    .query(null)
                    .addQueryParameter("db", settings.database())
                    .addQueryParameter("precision", url.queryParameter("precision"))
                    .build());
        }
        settings.user()
                .ifPresent(user -> changed.header(
                        "Authorization",
                        Credentials.basic(
                                user, settings.secret().orElse(""), java.nio.charset.StandardCharsets.UTF_8)));
        return chain.proceed(changed.build());
    }
}
