package io.callport.sandbox.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A query endpoint of a stand-in vendor: the documented parameters of its requests, and its answer.
 *
 * @param parameters the documented fields of a request's body
 * @param answer makes the answer without its envelope from a sound body
 */
public record Endpoint(List<Parameter> parameters, UnaryOperator<ObjectNode> answer) {

    /** Makes an endpoint with these parameters. */
    public static Endpoint taking(UnaryOperator<ObjectNode> answer, Parameter... parameters) {
        return new Endpoint(List.of(parameters), answer);
    }

    /** Finds the first error in a body; null if there is none. Fields that are not documented are ignored. */
    public @Nullable ParameterError error(ObjectNode body) {
        return parameters.stream()
                .map(parameter -> parameter.error(body))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
