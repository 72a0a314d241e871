package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page of the rivers in a real Chromium, fresh for each test, and nothing that it complains of passes unseen. */
@ExtendWith(RiversParts.class)
abstract class InChromium {

    /** The same for all classes. */
    static RiversParts.Parts parts;

    final List<String> complaints = new ArrayList<>();
    String origin;
    Page page;

    private BrowserContext context;

    @BeforeAll
    static void take() {
        parts = RiversParts.parts();
    }

    @BeforeEach
    void openPage() {
        origin = "http://127.0.0.1:" + parts.server().port();
        context = parts.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1920, 1080)
                        .setReducedMotion(ReducedMotion.REDUCE));
        page = context.newPage();
        page.setDefaultTimeout(10_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(origin)) {
                complaints.add("asked elsewhere: " + request.url());
            }
        });
    }

    @AfterEach
    void nothing_was_complained_about() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    Locator stop(String section) {
        return page.locator("#rivers .stop[data-section='" + section + "']");
    }

    Locator figure(String key) {
        return page.locator("#section [data-key='" + key + "']");
    }

    void go(String path, String month) {
        page.navigate(origin + path);
        page.waitForSelector("body[data-rivers='" + month + "']");
    }

    /** @param more of the address, each with its ampersand */
    void openSection(String section, String month, String... more) {
        page.navigate("about:blank");
        page.navigate(origin + "/?month=" + month + String.join("", more) + "#/section/" + section);
        page.waitForSelector("body[data-section='" + section + "'] #section-samples[data-day]");
    }
}
