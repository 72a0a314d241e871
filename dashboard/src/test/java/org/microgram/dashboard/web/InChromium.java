package org.microgram.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page in a real Chromium, fresh for each test, and nothing that it complains of passes unseen. */
@ExtendWith(Chromium.class)
abstract class InChromium {

    final List<String> complaints = new ArrayList<>();

    /** Where the page's server is, which alone it may ask. */
    String origin;

    BrowserContext context;
    Page page;

    @BeforeEach
    void openPage() {
        context = Chromium.browser()
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
}
