package org.microgram.standalone.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.microgram.standalone.Told;
import org.microgram.standalone.terminal.Lang;

/** Whether the page can be where it is asked to be. */
final class PagePort {

    private PagePort() {}

    /**
     * @param port 0 for a free one, which needs no look
     * @throws Taken when another program listens there
     */
    static void mustBeFree(String address, int port) {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(
                    true); // as the page does: what a stopped one leaves behind for a minute is no hindrance
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new Taken(address, port);
        }
    }

    /** The page cannot listen where it was asked to. */
    static final class Taken extends RuntimeException implements Told {

        private final String address;
        private final int port;

        Taken(String address, int port) {
            super(text(Lang.EN, address, port));
            this.address = address;
            this.port = port;
        }

        @Override
        public String tell(Lang lang) {
            return text(lang, address, port);
        }

        private static String text(Lang lang, String address, int port) {
            return lang.pick("""
                    页面不能在 %s:%d 监听：端口已被其他程序占用，或地址不属于本机；未启动任何部分。
                    -> 结束占用它的程序，或用 --port 另选端口（--port 0：任一空闲端口）。""", """
                    The page cannot listen at %s:%d: another program uses the port, or the address is not this machine's; nothing was started.
                    -> end the program that uses it, or choose another port with --port (--port 0: any that is free).""").formatted(address, port);
        }
    }
}
