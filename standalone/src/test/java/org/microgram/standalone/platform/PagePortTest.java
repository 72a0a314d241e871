package org.microgram.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.microgram.standalone.terminal.Lang;

@DisplayName("The port of the page")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PagePortTest {

    @Test
    void that_another_program_uses_is_told_with_what_to_do_in_both_languages() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = other.getLocalPort();
            PagePort.Taken taken =
                    catchThrowableOfType(PagePort.Taken.class, () -> PagePort.mustBeFree("127.0.0.1", port));
            assertThat(taken.tell(Lang.EN)).contains("127.0.0.1:" + port, "another program", "--port");
            assertThat(taken.tell(Lang.ZH)).contains("127.0.0.1:" + port, "其他程序", "--port");
        }
    }

    @Test
    void is_left_free_by_the_look_at_it() throws Exception {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = once.getLocalPort();
        }
        assertThatCode(() -> {
                    PagePort.mustBeFree("127.0.0.1", port);
                    PagePort.mustBeFree("127.0.0.1", port);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void that_nobody_named_needs_no_look() {
        assertThatCode(() -> PagePort.mustBeFree("no such address", 0)).doesNotThrowAnyException();
    }
}
