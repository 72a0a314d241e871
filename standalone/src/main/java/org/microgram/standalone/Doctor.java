package org.microgram.standalone;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microgram.messages.network.ConfigurationException;
import org.microgram.messages.network.InfluxSettings;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.NetworkLoader;
import org.microgram.standalone.platform.StorePlace;
import org.microgram.standalone.terminal.Lang;
import org.microgram.store.StoreFailure;
import org.microgram.store.influx.InfluxStore;

/** Looks at the machine: whatever would stop or harm Microgram here, with what to do about it. Changes nothing. */
public final class Doctor {

    private static final int JAVA = 17;
    private static final long MEGABYTE = 1 << 20;
    private static final long MEMORY_NEEDED = 1500 * MEGABYTE;
    private static final long DISK_NEEDED = 3000 * MEGABYTE;
    private static final long FILES_NEEDED = 1024;
    private static final Duration OLDEST_BUILD = Duration.ofDays(365 * 20);

    private final Lang lang;
    private final Clock clock;
    private final Instant built;

    /**
     * @param clock the machine's
     * @param built when this Microgram was built: a clock that is earlier is wrong
     */
    public Doctor(Lang lang, Clock clock, Instant built) {
        this.lang = lang;
        this.clock = clock;
        this.built = built;
    }

    /**
     * One thing looked at.
     *
     * @param id its name for programs
     * @param what its name for people
     * @param found what is there
     * @param remedy what to do; empty when all is well
     */
    public record Finding(String id, String what, String found, String remedy) {

        public boolean ok() {
            return remedy.isEmpty();
        }
    }

    /** Looks at everything, in the order a person would repair it. */
    public List<Finding> look(Path data, int port, Path config) {
        Optional<LockFile.Holder> owner = owner(data);
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(memory(owner.isPresent()));
        findings.add(openFiles());
        findings.add(rights(data));
        findings.add(disk(data));
        findings.add(inUse(owner));
        findings.add(port(port, owner));
        findings.add(clock());
        findings.add(configuration(config));
        findings.add(store(data, config));
        return findings;
    }

    private Finding java() {
        int version = Runtime.version().feature();
        return finding(
                "java",
                "Java",
                System.getProperty("java.version") + " (" + System.getProperty("java.home") + ")",
                version >= JAVA,
                lang.pick(
                        "安装 JDK 17 或更新版本（Debian：apt-get install openjdk-17-jdk）并设置 JAVA_HOME",
                        "install JDK 17 or newer (Debian: apt-get install openjdk-17-jdk) and set JAVA_HOME to it"));
    }

    private Finding memory(boolean running) {
        long available = availableMemory();
        return finding(
                "memory",
                lang.pick("内存", "memory"),
                megabytes(available) + lang.pick(" 可用", " available"),
                available >= MEMORY_NEEDED || running,
                lang.pick(
                        "需要 " + megabytes(MEMORY_NEEDED) + "：请结束其他程序",
                        megabytes(MEMORY_NEEDED) + " are needed: end other programs"));
    }

    private Finding openFiles() {
        long limit = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
        return finding(
                "open_files",
                lang.pick("可打开文件数", "open files"),
                Long.toString(limit),
                limit >= FILES_NEEDED,
                lang.pick("先执行 ulimit -n ", "type ulimit -n ") + FILES_NEEDED + lang.pick("", " first"));
    }

    private Finding rights(Path data) {
        Path folder = existing(data);
        String found = data.toAbsolutePath() + (Files.exists(data) ? "" : lang.pick("（尚不存在）", " (not there yet)"));
        boolean ok = Files.isDirectory(folder) && Files.isWritable(folder);
        return finding(
                "data_directory",
                lang.pick("数据目录", "data directory"),
                found,
                ok,
                lang.pick(
                        "让当前用户可写 " + folder + "，或用 --data 另选目录",
                        "make " + folder + " writable for this user, or give another one with --data"));
    }

    private Finding disk(Path data) {
        try {
            long free = Files.getFileStore(existing(data)).getUsableSpace();
            return finding(
                    "disk",
                    lang.pick("磁盘", "disk"),
                    megabytes(free) + lang.pick(" 可用", " free"),
                    free >= DISK_NEEDED,
                    lang.pick(
                            "需要 " + megabytes(DISK_NEEDED) + "：请清理磁盘，或用 --data 指向另一磁盘",
                            megabytes(DISK_NEEDED) + " are needed: make room, or point --data to another disk"));
        } catch (IOException e) {
            return new Finding(
                    "disk",
                    lang.pick("磁盘", "disk"),
                    e.getMessage(),
                    lang.pick("检查磁盘是否已挂载", "check that the disk is mounted"));
        }
    }

    private Finding inUse(Optional<LockFile.Holder> owner) {
        String found = owner.map(holder -> lang.pick("由进程 ", "used by process ")
                        + holder.pid()
                        + (holder.url().isEmpty() ? "" : ", " + holder.url()))
                .orElse(lang.pick("空闲", "free"));
        return new Finding(
                "in_use", lang.pick("占用", "in use"), found, ""); // a Microgram that runs is nothing to repair
    }

    private Finding port(int port, Optional<LockFile.Holder> owner) {
        boolean ours = owner.isPresent() && owner.get().url().endsWith(":" + port);
        String what = lang.pick("端口 ", "port ") + port;
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return new Finding("port", what, lang.pick("空闲", "free"), "");
        } catch (IOException e) {
            return finding(
                    "port",
                    what,
                    ours
                            ? lang.pick("由 Microgram 使用", "used by Microgram")
                            : lang.pick("被占用", "taken: ") + e.getMessage(),
                    ours,
                    lang.pick(
                            "结束占用它的程序，或用 --port 另选端口",
                            "end the program that uses it, or choose another one with --port"));
        }
    }

    private Finding clock() {
        Instant now = clock.instant();
        boolean plausible = !now.isBefore(built) && now.isBefore(built.plus(OLDEST_BUILD));
        return finding(
                "clock",
                lang.pick("时钟", "clock"),
                now.truncatedTo(ChronoUnit.SECONDS)
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toOffsetDateTime()
                        .toString(),
                plausible,
                lang.pick(
                        "时钟早于本程序的构建时间或远在未来：请校时（timedatectl set-ntp true）；读数按接收时间排序，错误的时钟会写入其中",
                        "it is before this program was built, or far ahead: set it (timedatectl set-ntp true); readings carry"
                                + " the time they were received, so a wrong clock ends up in them"));
    }

    private Finding configuration(Path config) {
        String what = lang.pick("配置", "configuration");
        try {
            Network network = NetworkLoader.load(config);
            return new Finding(
                    "configuration",
                    what,
                    config
                            + lang.pick("：站点 ", ": stations ")
                            + network.stations().size()
                            + lang.pick("，区域 ", ", areas ")
                            + network.areas().size(),
                    "");
        } catch (ConfigurationException e) {
            return new Finding(
                    "configuration",
                    what,
                    config + ": " + e.problems().size() + lang.pick(" 个问题", " problems"),
                    "./microgram check-config --config " + config);
        }
    }

    private Finding store(Path data, Path config) {
        String what = lang.pick("时序库", "store");
        if (StorePlace.kindOf(data, Optional.empty()) == StoreKind.EMBEDDED) {
            return new Finding("store", what, "QuestDB", "");
        }
        try {
            InfluxSettings settings =
                    Configuration.load(config, StoreKind.INFLUX).influx().orElseThrow();
            try {
                return new Finding("store", what, "InfluxDB " + InfluxStore.version(settings) + ", " + settings, "");
            } catch (StoreFailure e) {
                return new Finding(
                        "store",
                        what,
                        lang.pick("没有应答：", "does not answer: ") + settings,
                        lang.pick(
                                "启动 InfluxDB，或改正 config/store.yaml 中的 url；在此之前数值保存在日志里",
                                "start the InfluxDB, or correct url in config/store.yaml; until then figures are kept in the log"));
            }
        } catch (ConfigurationException e) {
            return new Finding(
                    "store",
                    what,
                    config + ": " + e.problems().size() + lang.pick(" 个问题", " problems"),
                    "./microgram check-config --config " + config);
        }
    }

    private Optional<LockFile.Holder> owner(Path data) {
        try {
            return LockFile.holder(data);
        } catch (RuntimeException e) {
            return Optional.empty(); // a lock that cannot be read is a matter of rights, and told there
        }
    }

    /** What Linux would give without swapping; elsewhere what is free. */
    private static long availableMemory() {
        Path meminfo = Path.of("/proc/meminfo");
        try {
            if (Files.exists(meminfo)) {
                for (String line : Files.readAllLines(meminfo)) {
                    if (line.startsWith("MemAvailable:")) {
                        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                    }
                }
            }
        } catch (IOException | NumberFormatException e) {
            // the general answer below will do
        }
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getFreeMemorySize();
    }

    /** The nearest folder above that is there. */
    private static Path existing(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        while (folder.getParent() != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static String megabytes(long bytes) {
        return bytes / MEGABYTE + " MB";
    }

    private static Finding finding(String id, String what, String found, boolean ok, String remedy) {
        return new Finding(id, what, found, ok ? "" : remedy);
    }
}
