package io.callport.sandbox.fault;

/** A fault that cannot be armed: names the field and what it may hold. */
public final class InvalidFaultException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String allowed;

    /**
     * @param field the field's name, as in the JSON form
     * @param allowed what it may hold, in words
     * @param problem what is wrong with it, as in {@code is missing}
     */
    public InvalidFaultException(String field, String allowed, String problem) {
        super("fault: " + field + " " + problem + "; it must be " + allowed);
        this.field = field;
        this.allowed = allowed;
    }

    /** The field's name, as in the JSON form. */
    public String field() {
        return field;
    }

    /** What the field may hold, in words. */
    public String allowed() {
        return allowed;
    }
}
