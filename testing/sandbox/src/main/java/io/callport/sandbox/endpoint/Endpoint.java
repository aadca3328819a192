package io.callport.sandbox.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A query endpoint of a stand-in vendor: what it documents of a request, and what it answers to one.
 *
 * @param parameters the documented fields of a request's body
 * @param answer from a sound body to what is not envelope
 */
public record Endpoint(List<Parameter> parameters, UnaryOperator<ObjectNode> answer) {

    /** An endpoint that takes these fields. */
    public static Endpoint taking(UnaryOperator<ObjectNode> answer, Parameter... parameters) {
        return new Endpoint(List.of(parameters), answer);
    }

    /** The first thing that is wrong with a body; null for nothing. Fields that are not documented are not looked at. */
    public @Nullable ParameterError flaw(ObjectNode body) {
        return parameters.stream()
                .map(parameter -> parameter.flaw(body))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
