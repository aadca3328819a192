package io.callport.sandbox.field;

/**
 * The failure for a JSON object that the sandbox's own endpoints do not take: names the field and the allowed values.
 */
public final class InvalidFieldException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String allowed;

    /**
     * @param field the field's name, as in the JSON form
     * @param allowed the allowed values, in words
     * @param problem the problem of the field, as in {@code is missing}
     */
    public InvalidFieldException(String field, String allowed, String problem) {
        super(field + " " + problem + "; it must be " + allowed);
        this.field = field;
        this.allowed = allowed;
    }

    /** The field's name, as in the JSON form. */
    public String field() {
        return field;
    }

    /** The allowed values of the field, in words. */
    public String allowed() {
        return allowed;
    }
}
