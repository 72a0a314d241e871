package org.microgram;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.microgram.standalone.EmbeddedKafka;

/** Rules of the house. A rule that stops somebody says why it is there and what to do instead; ARCHITECTURE.md has the picture. */
@AnalyzeClasses(
        packages = "org.microgram",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

    private static final String STANDARDS = "org.microgram.standards..";
    private static final String ACCESS = "org.microgram.access..";
    private static final String MESSAGES = "org.microgram.messages..";
    private static final String INGEST = "org.microgram.ingest..";
    private static final String STORE = "org.microgram.store..";
    private static final String JOBS = "org.microgram.flink..";
    private static final String DASHBOARD = "org.microgram.dashboard..";
    private static final String STANDALONE = "org.microgram.standalone..";

    // ---- who may know whom
    // -------------------------------------------------------------------------------------------------------

    @ArchTest
    static final ArchRule the_law_is_plain_java = classes()
            .that()
            .resideInAPackage(STANDARDS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(STANDARDS, "java..")
            .because(
                    "a lawyer, a test and a notebook must be able to run a rule with nothing but a JDK."
                            + " Put the code that needs more into messages, ingest, flink-jobs or dashboard and hand its result in");

    @ArchTest
    static final ArchRule access_knows_nothing_of_ours = ours(ACCESS, ACCESS)
            .because("who may do something must be readable and testable without knowing what it is."
                    + " Hand in the words, and ask for a Permission");

    @ArchTest
    static final ArchRule messages_know_the_law_at_most = ours(MESSAGES, MESSAGES, STANDARDS)
            .because("every process reads messages, so what they need, all need."
                    + " Move the class to the module that acts on the message");

    @ArchTest
    static final ArchRule ingest_knows_messages_only = ours(INGEST, INGEST, MESSAGES, STANDARDS)
            .because("it must run without the jobs and the pages."
                    + " What two processes share is a message or a row: declare it in messages and send it");

    @ArchTest
    static final ArchRule jobs_know_messages_only = ours(JOBS, JOBS, MESSAGES, STANDARDS)
            .because("the job jar runs on a cluster where nothing else of ours is."
                    + " What two processes share is a message or a row: declare it in messages and send it");

    @ArchTest
    static final ArchRule store_knows_messages_only = ours(STORE, STORE, MESSAGES, STANDARDS)
            .because("the store does no arithmetic and shows nothing; it keeps rows."
                    + " Compute in standards, show in dashboard");

    @ArchTest
    static final ArchRule dashboard_reads_the_store_only = ours(
                    DASHBOARD, DASHBOARD, STORE, MESSAGES, STANDARDS, ACCESS)
            .because("pages show what is stored, whoever computed it, to those who may see it."
                    + " A figure that is missing is a row to write in flink-jobs or a view to add in standards");

    @ArchTest
    static final ArchRule nobody_knows_standalone = noClasses()
            .that()
            .resideOutsideOfPackage(STANDALONE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(STANDALONE)
            .because(
                    "standalone puts the parts together and nothing more."
                            + " Move what is needed elsewhere into the module it belongs to, or hand it in through an interface");

    @ArchTest
    static final ArchRule modules_are_free_of_cycles = slices().matching("org.microgram.(*)..")
            .should()
            .beFreeOfCycles()
            .because("two modules that need each other are one. Move what both need into the lower one");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles = slices().matching("org.microgram.(*).(**)")
            .should()
            .beFreeOfCycles()
            .because("packages that need each other cannot be read one after the other."
                    + " Move what both need into a package of its own");

    @ArchTest
    static final ArchRule flink_stays_in_the_jobs = noClasses()
            .that()
            .resideOutsideOfPackage(JOBS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..")
            .because("a ledger, a reader and a page are tested without a cluster."
                    + " Hand plain values over the border: LocalJob has the way in");

    @ArchTest
    static final ArchRule the_broker_stays_in_one_class = noClasses()
            .that(not(describe("EmbeddedKafka", ArchitectureTest::isTheBroker)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka.metadata..", "org.apache.kafka.server..")
            .because("Kafka's internals change with every release. Use the clients, or extend EmbeddedKafka");

    // ---- the same results, always
    // ------------------------------------------------------------------------------------------------

    @ArchTest
    static final ArchRule only_event_time_counts = noClasses()
            .that()
            .resideInAnyPackage(STANDARDS, MESSAGES, JOBS)
            .should()
            .callMethodWhere(describe("it asks a clock", ArchitectureTest::asksAClock))
            .because("a replayed month must give the verdicts it gave live."
                    + " Take the time from the reading, from the tick, or as an argument");

    @ArchTest
    static final ArchRule nothing_happens_merely_because_time_passes = noClasses()
            .that()
            .resideInAPackage(JOBS)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.apache\\.flink\\..*(ProcessingTimeService|ProcessingTimeCallback|StateTtlConfig)")
            .orShould()
            .callMethodWhere(describe("it sets a timer of the wall clock or expires by it", ArchitectureTest::waits))
            .because("time is an input (ticks), or a restart would give other figures than a run without one."
                    + " Register an event-time timer for the next tick");

    @ArchTest
    static final ArchRule concentrations_are_never_floating_point_fields = noFields()
            .that(areOfExactCode())
            .should()
            .haveRawType(describe("double or float", ArchitectureTest::isFloating))
            .because("0.1 + 0.2 is not 0.3, and a figure at a limit is law."
                    + " Hold it as a scaled long (Scaled) or an exact Fraction");

    @ArchTest
    static final ArchRule concentrations_are_never_floating_point_results = noMethods()
            .that(areOfExactCode())
            .should()
            .haveRawReturnType(describe("double or float", ArchitectureTest::isFloating))
            .because("whoever calls it could only go on inexactly."
                    + " Return a scaled long (Scaled) or an exact Fraction");

    @ArchTest
    static final ArchRule nothing_floating_is_called = noClasses()
            .that(resideIn(STANDARDS, JOBS, "org.microgram.messages.air..", "org.microgram.messages.rows.."))
            .should()
            .callCodeUnitWhere(describe("it takes or gives a double or float", ArchitectureTest::isFloatingCall))
            .because("a double in between is as inexact as one that is kept."
                    + " Use Fraction and Rounding; powers and logarithms of a standard by StrictMath alone");

    @ArchTest
    static final ArchRule numbers_of_law_live_in_standards = noFields()
            .that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackages(STANDARDS, "org.microgram.ingest.files..") // there a limit is one of bytes
            .and(describe("speak of a limit, a breakpoint or a minimum", ArchitectureTest::soundsLikeLaw))
            .should()
            .haveRawType(describe("a number or numbers", ArchitectureTest::isNumeric))
            .allowEmptyShould(true)
            .because("every number that can accuse someone needs a clause and its dates next to it."
                    + " Put it into a table of standards/src/main/resources and ask that class");

    // ---- how the rules are said
    // --------------------------------------------------------------------------------------------------

    /** Classes of {@code origin} may, of ours, depend on {@code allowed} only. */
    private static com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction ours(
            String origin, String... allowed) {
        DescribedPredicate<JavaClass> notAllowed = resideInAPackage("org.microgram..")
                .and(not(resideIn(allowed)))
                .as("are ours and outside of " + String.join(", ", allowed));
        return noClasses().that().resideInAPackage(origin).should().dependOnClassesThat(notAllowed);
    }

    private static DescribedPredicate<JavaClass> resideIn(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    private static DescribedPredicate<JavaMember> areOfExactCode() {
        DescribedPredicate<JavaClass> exact = resideIn(
                STANDARDS,
                JOBS,
                "org.microgram.messages.air..",
                "org.microgram.messages.rows..",
                "org.microgram.messages.readings..");
        return describe("compute or carry figures", member -> exact.test(member.getOwner()));
    }

    private static boolean isTheBroker(JavaClass type) {
        return type.getName().startsWith(EmbeddedKafka.class.getName());
    }

    private static boolean asksAClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        return owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system"))
                || owner.equals("java.lang.System")
                        && Set.of("currentTimeMillis", "nanoTime").contains(name);
    }

    private static boolean waits(JavaCall<?> call) {
        return Set.of("registerProcessingTimeTimer", "currentProcessingTime", "withIdleness", "enableTimeToLive")
                .contains(call.getName());
    }

    private static boolean isFloating(JavaClass type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                .contains(type.getBaseComponentType().getName());
    }

    private static boolean isFloatingCall(JavaAccess<?> access) {
        CodeUnitCallTarget target = (CodeUnitCallTarget) access.getTarget();
        return !target.getOwner().isEquivalentTo(StrictMath.class)
                && (isFloating(target.getRawReturnType())
                        || target.getRawParameterTypes().stream().anyMatch(ArchitectureTest::isFloating));
    }

    private static boolean soundsLikeLaw(JavaMember member) {
        return member.getName().matches("(?i).*(limit|threshold|breakpoint|iaqi|aqi_|coverage|attain|exceed).*")
                        && !member.getFullName().contains("AirRows$") // places of columns, not numbers of law
                || member.getOwner().getSimpleName().matches("(?i).*(breakpoint|subindex|validity).*");
    }

    private static boolean isNumeric(JavaClass type) {
        JavaClass one = type.getBaseComponentType();
        return one.isAssignableTo(Number.class)
                || Set.of("int", "long", "short", "double", "float").contains(one.getName());
    }

    /** The test jars of the modules stand on this module's path too. */
    static final class NoTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
