package io.callport.archunit;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The reasons why a result depends on more than its arguments, recognized by the JDK's types and members. Types that
 * only carry a value (a URI, an IOException, a buffer in memory) and RandomGenerator, which makes chance an argument,
 * are still allowed. Expressions for members match {@code owner#name(number of parameters)}.
 */
enum Impurity {
    CLOCK(
            "reads a clock: take the time as an argument",
            "java\\.time\\.(Clock|InstantSource)|java\\.util\\.(Calendar|GregorianCalendar)",
            "java\\.time\\..*#(now|dateNow)\\(.*|java\\.lang\\.System#(currentTimeMillis|nanoTime)\\(.*"
                    + "|java\\.util\\.Date#<init>\\(0\\)"),
    RANDOMNESS(
            "makes randomness: take the random value, or a java.util.random.RandomGenerator, as an argument",
            "java\\.util\\.(Random|SplittableRandom)|java\\.util\\.random\\.RandomGeneratorFactory"
                    + "|java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.security\\.(SecureRandom|KeyPairGenerator)"
                    + "|javax\\.crypto\\.KeyGenerator",
            "java\\.lang\\.(Math|StrictMath)#random\\(.*|java\\.util\\.UUID#randomUUID\\(.*"
                    + "|java\\.util\\.random\\..*#(of|getDefault)\\(.*|java\\.util\\.Collections#shuffle\\(1\\)"),
    THREAD(
            "starts, blocks or tells apart threads: let the caller decide where code runs, and take completions as arguments",
            "java\\.lang\\.((Inheritable)?ThreadLocal|Thread(Group)?)(\\$.*)?|java\\.util\\.Timer(Task)?"
                    + "|java\\.util\\.concurrent\\.(.*Execut.*|ForkJoin.*|Recursive(Task|Action)|CountedCompleter|ThreadFactory"
                    + "|FutureTask|SubmissionPublisher|CountDownLatch|CyclicBarrier|Phaser|Semaphore|Exchanger"
                    + "|.*Blocking.*|SynchronousQueue|.*TransferQueue|DelayQueue|StructuredTaskScope.*|locks\\..*)",
            "java\\.util\\.concurrent\\.(CompletionStage|CompletableFuture)#(.*Async|orTimeout|completeOnTimeout"
                    + "|delayedExecutor)\\(.*|java\\.util\\.concurrent\\.(Future|CompletableFuture)#(get|join)\\(.*"
                    + "|java\\.util\\.concurrent\\.TimeUnit#(sleep|timedJoin|timedWait)\\(.*"
                    + "|java\\.lang\\.Object#(wait|notify|notifyAll)\\(.*|.*#parallelStream\\(0\\)"
                    + "|java\\.util\\.stream\\..*#parallel\\(0\\)|java\\.util\\.Arrays#parallel.*"),
    IO(
            "does I/O: put an interface (a port) into the core and do it in an adapter",
            "java\\.io\\.(?!(Serial(izable|)|Externalizable|ObjectStreamException|InvalidObjectException|(Unchecked)?IOException"
                    + "|EOFException|ByteArray(In|Out)putStream|String(Reader|Writer))$).*"
                    + "|java\\.nio\\.(file|channels)\\..*|java\\.net\\.(?!(URI|URISyntaxException|URL(En|De)coder)$).*"
                    + "|java\\.(sql|rmi)\\..*|java\\.util\\.(logging|prefs|jar)\\..*|java\\.util\\.zip\\.ZipFile"
                    + "|java\\.lang\\.(Process.*|System\\$Logger.*)",
            "java\\.lang\\.System#(in|out|err|console|getLogger|setIn|setOut|setErr)(\\(.*)?|.*#printStackTrace\\(0\\)"),
    SURROUNDINGS(
            "depends on the machine it runs on: take the value as an argument",
            "java\\.lang\\.Runtime",
            "java\\.lang\\.System#(?!(arraycopy|identityHashCode|lineSeparator|currentTimeMillis|nanoTime|in|out|err|console"
                    + "|getLogger|setIn|setOut|setErr)(\\(|$)).*|java\\.time\\.ZoneId#systemDefault\\(.*"
                    + "|java\\.util\\.TimeZone#getDefault\\(.*");

    private final String sentence;
    private final Pattern types;
    private final Pattern members;

    Impurity(String sentence, String types, String members) {
        this.sentence = sentence;
        this.types = Pattern.compile(types);
        this.members = Pattern.compile(members);
    }

    static Optional<Impurity> ofType(JavaClass type) {
        return Arrays.stream(values())
                .filter(impurity -> impurity.types.matcher(type.getName()).matches())
                .findFirst();
    }

    static Optional<Impurity> ofMember(AccessTarget target) {
        String name = target.getOwner().getName() + "#" + target.getName() + parameters(target);
        return Arrays.stream(values())
                .filter(impurity -> impurity.members.matcher(name).matches())
                .findFirst();
    }

    /** Describes what the code does and what to do instead; the sentence begins with a verb. */
    String sentence() {
        return sentence;
    }

    private static String parameters(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget code
                ? "(" + code.getRawParameterTypes().size() + ")"
                : "";
    }
}
