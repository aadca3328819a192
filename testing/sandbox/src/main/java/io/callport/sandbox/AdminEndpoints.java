package io.callport.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.callback.CallbackJson;
import io.callport.sandbox.fault.FaultJson;
import io.callport.sandbox.field.InvalidFieldException;
import io.callport.sandbox.http.ReplyWithFault;
import io.callport.sandbox.http.RequestHandler;
import io.callport.sandbox.vendor.ReceivedRequest;
import io.callport.sandbox.vendor.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/** The sandbox's own endpoints, below {@code /_sandbox/}. */
final class AdminEndpoints implements RequestHandler {
    private static final String ROOT = "/_sandbox";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ENDPOINTS =
            "GET and DELETE /_sandbox/requests; GET, POST and DELETE /_sandbox/faults; POST /_sandbox/callbacks; and nothing"
                    + " else below /_sandbox";

    private final VendorSandbox sandbox;

    AdminEndpoints(VendorSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Whether a path lies below {@code /_sandbox}. */
    static boolean isFor(String path) {
        return path.startsWith(ROOT);
    }

    @Override
    public CompletableFuture<ReplyWithFault> handle(String method, ReceivedRequest request) {
        String methodAndPath = method + " " + request.path();
        CompletableFuture<Reply> reply = methodAndPath.equals("POST /_sandbox/callbacks")
                ? callbacks(request.body())
                : CompletableFuture.completedFuture(reply(methodAndPath, request.body()));
        return reply.thenApply(sent -> new ReplyWithFault(sent, null));
    }

    private CompletableFuture<Reply> callbacks(byte[] body) {
        try {
            return sandbox.sendCallbacks(CallbackJson.read(parsed(body)))
                    .thenApply(sent -> json(200, CallbackJson.write(sent)));
        } catch (InvalidFieldException e) {
            return CompletableFuture.completedFuture(refusal(e));
        } catch (IllegalStateException e) {
            return CompletableFuture.completedFuture(
                    json(503, JSON.createObjectNode().put("error", e.getMessage())));
        }
    }

    private Reply reply(String methodAndPath, byte[] body) {
        return switch (methodAndPath) {
            case "GET /_sandbox/requests" -> json(200, requests());
            case "DELETE /_sandbox/requests" -> {
                sandbox.clearRequests();
                yield json(200, requests());
            }
            case "GET /_sandbox/faults" -> json(200, faults());
            case "POST /_sandbox/faults" -> arm(body);
            case "DELETE /_sandbox/faults" -> {
                sandbox.clearFaults();
                yield json(200, faults());
            }
            default -> json(404, JSON.createObjectNode().put("error", "there is " + ENDPOINTS));
        };
    }

    private Reply arm(byte[] body) {
        try {
            sandbox.arm(FaultJson.read(parsed(body)));
            return json(200, faults());
        } catch (InvalidFieldException e) {
            return refusal(e);
        }
    }

    private static Reply refusal(InvalidFieldException e) {
        return json(
                400,
                JSON.createObjectNode()
                        .put("error", e.getMessage())
                        .put("field", e.field())
                        .put("allowed", e.allowed()));
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private ArrayNode requests() {
        ArrayNode list = JSON.createArrayNode();
        for (RecordedRequest request : sandbox.requests()) {
            ObjectNode json = list.addObject();
            json.put("account", request.account())
                    .put("method", request.method())
                    .put("path", request.path());
            json.put("arrivedAtMillis", request.arrivedAt().toEpochMilli());
            json.put("sinceStartMillis", request.sinceStart().toMillis());
            json.put("verdict", request.verdict()).put("body", request.body());
            json.put("traceparent", request.traceparent());
            json.put("tracestate", request.tracestate());
        }
        return list;
    }

    private ArrayNode faults() {
        ArrayNode list = JSON.createArrayNode();
        sandbox.faults().forEach(fault -> list.add(FaultJson.write(fault)));
        return list;
    }

    private static Reply json(int status, JsonNode body) {
        try {
            return Reply.of(status, "application/json; charset=utf-8", JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
