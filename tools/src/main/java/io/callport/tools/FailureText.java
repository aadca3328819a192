package io.callport.tools;

import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.query.VendorReply;

/** Describes the failure of a query to people. */
final class FailureText {
    private FailureText() {}

    /** One line with the failure and the vendor's reply. */
    static String of(QueryFailure failure) {
        String reply = failure.vendorReply() == null ? "" : "; " + reply(failure.vendorReply());
        return (failure.reason().code() + ": " + failure.detail() + reply).replaceAll("\\s*\\R\\s*", " ");
    }

    static String remedy(Reason reason) {
        return switch (reason) {
            case UNAUTHORIZED ->
                "Check the account's secret, algorithm and rights; callport sign --explain shows each step.";
            case UNSUPPORTED_QUERY -> "Ask an account of a vendor that answers this query.";
            case VENDOR_UNAVAILABLE -> "Try again later, and check the account's url.";
            case EXPIRED, OVER_BUDGET -> "Try again later, or wait longer with --deadline.";
            case INVALID_COMMAND -> "Correct --params.";
            default -> "Ask the vendor, with its request id if there is one.";
        };
    }

    private static String reply(VendorReply reply) {
        StringBuilder text = new StringBuilder("the vendor said HTTP ").append(reply.httpStatus());
        if (reply.code() != null) {
            text.append(", code ").append(reply.code());
        }
        if (reply.message() != null) {
            text.append(", message ").append(reply.message());
        }
        if (reply.requestId() != null) {
            text.append(", request id ").append(reply.requestId());
        }
        return text.toString();
    }
}
