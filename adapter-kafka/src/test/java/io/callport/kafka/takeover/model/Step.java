package io.callport.kafka.takeover.model;

/**
 * One thing that may happen in a state.
 *
 * @param ordinary whether it happens by itself sooner or later; a crash or an operator's doing does not
 */
public record Step<S>(String description, boolean ordinary, S next) {
    public static <S> Step<S> ordinary(String description, S next) {
        return new Step<>(description, true, next);
    }

    public static <S> Step<S> fault(String description, S next) {
        return new Step<>(description, false, next);
    }
}
