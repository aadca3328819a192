package io.callport.switchboard.simulation.model;

/** A rule of the switchboard was broken. */
public final class RuleViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;

    public RuleViolation(String rule, String what) {
        super(rule + ": " + what);
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }

    public static void unless(boolean kept, String rule, String what) {
        if (!kept) {
            throw new RuleViolation(rule, what);
        }
    }
}
