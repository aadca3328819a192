package io.callport.sandbox.callbot;

import io.callport.sandbox.endpoint.ParameterError;
import java.util.Map;

/** The response code table of NXCloud's wiki (Callbot API, listCall and others). */
final class CallbotCodes {
    static final int MISSING_PARAMETERS = 2;
    static final int BAD_FORMAT = 3;
    static final int INVALID_VALUE = 4;
    static final int TOO_MANY = 4001;
    static final int BAD_SIGNATURE = 6;
    static final int MISSING_SIGNATURE = 6001;
    static final int NO_ACCOUNT = 6002;

    private static final Map<Integer, String> MESSAGES = Map.ofEntries(
            Map.entry(0, "Success"),
            Map.entry(1, "General error"),
            Map.entry(MISSING_PARAMETERS, "Missing parameters"),
            Map.entry(BAD_FORMAT, "Parameter format error"),
            Map.entry(INVALID_VALUE, "Invalid parameter value"),
            Map.entry(TOO_MANY, "Parameter capacity error (too many array elements)"),
            Map.entry(5, "Server maintenance"),
            Map.entry(5001, "Server internal error"),
            Map.entry(BAD_SIGNATURE, "Incorrect signature"),
            Map.entry(MISSING_SIGNATURE, "Missing signature error"),
            Map.entry(NO_ACCOUNT, "Account does not exist"),
            Map.entry(6003, "User has no permission"),
            Map.entry(7, "System busy"),
            Map.entry(1001, "Batch import in progress, import/export unavailable"));

    private CallbotCodes() {}

    static int of(ParameterError error) {
        return switch (error.kind()) {
            case MISSING -> MISSING_PARAMETERS;
            case FORMAT -> BAD_FORMAT;
            case VALUE -> INVALID_VALUE;
            case CAPACITY -> TOO_MANY;
        };
    }

    static String message(int code) {
        return MESSAGES.getOrDefault(code, "code " + code);
    }
}
