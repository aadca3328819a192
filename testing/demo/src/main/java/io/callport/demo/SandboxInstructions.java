package io.callport.demo;

/** The commands and addresses that the sandbox prints for copying. */
final class SandboxInstructions {
    private static final String TEMPLATE = """

            Kafka     %1$s
            vendors   %2$s
            health    http://127.0.0.1:%3$d/health/ready
            metrics   http://127.0.0.1:%3$d/metrics
            accounts  http://127.0.0.1:%3$d/accounts?format=table
            webhooks  http://127.0.0.1:%6$d/webhooks
            config    %4$s

            Ask with Callport:
              ./callport send number-pool.numbers --account 7moor:2000103 --config %4$s

            Ask with kcat, and read the results:
              echo '{"query":"number-pool.groups","account":"7moor:2000103"}' \\
                | kcat -P -b %1$s -t callport.7moor.commands -k 7moor:2000103 -X partitioner=murmur2_random
              kcat -C -b %1$s -t callport.7moor.results -o beginning -e -f '%%h\\n%%s\\n'

            Have the result on a topic of your own:
              echo '{"query":"number-pool.groups","account":"7moor:2000103"}' \\
                | kcat -P -b %1$s -t callport.7moor.commands -k 7moor:2000103 -X partitioner=murmur2_random \\
                    -H kafka_replyTopic=%5$s -H kafka_correlationId=42
              kcat -C -b %1$s -t %5$s -o beginning -e -f '%%h\\n%%s\\n'

            Publish what is no command, and see what becomes of it:
              echo 'no command' | kcat -P -b %1$s -t callport.7moor.commands -k 7moor:2000103
              ./callport dead-letters list --config %4$s

            Let a vendor push, and read its events; then see the URLs that vendors are given:
              curl -s -d '{"kind":"callbot.call","count":3}' %2$s/_sandbox/callbacks
              kcat -C -b %1$s -t callport.callbot.events -o beginning -e -f '%%h\n%%s\n'
              ./callport webhooks --config %4$s

            See what the vendors saw, and break them:
              curl -s %2$s/_sandbox/requests
              curl -s -d '{"fault":"status","status":503,"times":1}' %2$s/_sandbox/faults

            Stop with Ctrl-C; its broker, topics and configuration are gone then.
            """;

    private SandboxInstructions() {}

    static String of(LocalCallport local) {
        return TEMPLATE.formatted(
                local.kafka.bootstrapServers(),
                local.vendors.url(),
                local.service.adminPort(),
                local.configFile,
                ReplyTopic.NAME,
                local.webhookPort());
    }
}
