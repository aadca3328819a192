package io.callport.query;

import java.util.Locale;

/** Why a command was refused: the closed list of the contract. Clients must expect reasons that they do not know. */
public enum Reason {
    /** The command's parameters or headers are not what its query takes. */
    INVALID_COMMAND,
    /** The account is not configured here. */
    UNKNOWN_ACCOUNT,
    /** No such query, or the account's vendor does not answer it. */
    UNSUPPORTED_QUERY,
    /** The command's time was up before it was asked or answered. */
    EXPIRED,
    /** The account's budget leaves no request for it before its deadline. */
    OVER_BUDGET,
    /** Too many commands wait already. */
    OVERLOADED,
    /** The vendor does not accept the account's signature or its rights. */
    UNAUTHORIZED,
    /** The vendor understood the request and said no. */
    VENDOR_REFUSED,
    /** The vendor could not be reached, took too long, or is busy. */
    VENDOR_UNAVAILABLE,
    /** The vendor's reply is not an answer. */
    MALFORMED_ANSWER,
    /** The answer does not fit into a Kafka message. */
    ANSWER_TOO_LARGE;

    /** The reason as it stands in an event: {@code over-budget}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
