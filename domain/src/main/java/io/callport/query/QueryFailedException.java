package io.callport.query;

/**
 * The one exception of the ports; it carries a {@link QueryFailure}. Its message holds no secret and no vendor body.
 */
public final class QueryFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient QueryFailure failure;

    /** Carries a failure out of a port. It has no cause: a cause's message could hold a secret or a vendor's body. */
    public QueryFailedException(QueryFailure failure) {
        super(failure.reason().code() + ": " + failure.detail());
        this.failure = failure;
    }

    /** The failure of a query that its account's vendor does not answer. */
    public static QueryFailedException unsupported(Query<?, ?> query) {
        return new QueryFailedException(
                QueryFailure.notSent(Reason.UNSUPPORTED_QUERY, "This account's vendor does not answer this query"));
    }

    /** The reason why there is no answer, as a value. */
    public QueryFailure failure() {
        return failure;
    }
}
