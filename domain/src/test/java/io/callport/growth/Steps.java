package io.callport.growth;

/**
 * The steps that the classes of a {@link CountingClassLoader} have taken: calls of their methods, lambdas among them,
 * and rounds of their loops. Steps of the JDK's own methods are not counted, but the comparators that those call are.
 * Not thread-safe.
 */
public final class Steps {
    private static long taken;

    private Steps() {}

    /** Counts one step. The counted classes call this. */
    public static void take() {
        taken++;
    }

    /** The number of all steps. */
    public static long taken() {
        return taken;
    }
}
