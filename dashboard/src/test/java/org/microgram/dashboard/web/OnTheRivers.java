package org.microgram.dashboard.web;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page of {@link SampleRivers}. */
@ExtendWith(RiversParts.class)
abstract class OnTheRivers extends InChromium {

    /** The same for all classes. */
    static RiversParts.Parts parts;

    @BeforeAll
    static void take() {
        parts = RiversParts.parts();
    }

    @BeforeEach
    void findServer() {
        origin = "http://127.0.0.1:" + parts.server().port();
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
