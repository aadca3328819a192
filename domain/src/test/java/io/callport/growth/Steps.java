package io.callport.growth;

/**
 * The steps that the classes of a {@link CountingClassLoader} have taken: calls of their methods, lambdas among them, and rounds of
 * their loops. What the JDK's own methods do is not counted, but the comparators that they call are. Not thread-safe.
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
