package io.callport.tools;

import io.callport.config.Configuration;
import io.callport.config.WebhookConfig;
import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.ConfigOption;
import io.callport.tools.shell.ExitCode;
import io.callport.tools.shell.Shell;
import io.callport.tools.shell.TextColumns;
import io.callport.webhook.settings.WebhookAccount;
import io.callport.webhook.settings.WebhookPath;
import io.callport.webhook.settings.WebhookServerSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the URLs to give to vendors, one line for each account and kind of event. */
@Command(
        name = "webhooks",
        description = {
            "Print the URLs to give to vendors, for what they push. Path secrets are shown as ***.",
        })
public final class WebhooksCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where vendors reach the service, as in https://callport.example.com; default: webhooks.host"
                    + " and webhooks.port, which are right only without a reverse proxy.")
    private @Nullable String baseUrl;

    @Option(names = "--show-secrets", description = "Show path secrets, to copy the URLs.")
    private boolean showSecrets;

    WebhooksCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Configuration configuration = config.read(shell).configuration();
        WebhookConfig webhooks = configuration.webhooks();
        if (webhooks == null) {
            throw CommandFailedException.failed(
                    "webhooks: is not configured, so nothing is received from vendors",
                    "Add it to " + config.file() + ", as in 'webhooks: {host: 0.0.0.0}'.");
        }
        String base = baseUrl == null ? ofServer(webhooks.server()) : parse(baseUrl);
        List<List<String>> rows = new ArrayList<>();
        configuration.webhookSettings().accounts().forEach(account -> rows.addAll(rows(account, base)));
        TextColumns.lines(rows).forEach(line -> shell.out().println(line.stripTrailing()));
        if (baseUrl == null) {
            shell.err()
                    .println("note: these URLs begin with webhooks.host and webhooks.port; name where vendors reach the"
                            + " service with --base-url https://callport.example.com");
        }
        return ExitCode.DONE;
    }

    private List<List<String>> rows(WebhookAccount account, String base) {
        String id = account.account().toString();
        List<WebhookPath> paths = WebhookPath.of(account);
        if (paths.isEmpty()) {
            return List.of(List.of(id, "none", "set webhook.path-secret of this account", ""));
        }
        return paths.stream()
                .map(path -> List.of(
                        id,
                        path.event().name(),
                        base + (showSecrets ? path.reveal() : path.toString()),
                        proof(path.proof())))
                .toList();
    }

    private static String proof(WebhookPath.Proof proof) {
        return switch (proof) {
            case SIGNATURE -> "signed";
            case TOKEN -> "header token";
            case PATH_SECRET -> "secret in the URL";
        };
    }

    private static String ofServer(WebhookServerSettings server) {
        String host = server.host().contains(":") ? "[" + server.host() + "]" : server.host();
        return (server.tls() == null ? "http://" : "https://") + host + ":" + server.port();
    }

    private static String parse(String url) {
        try {
            URI read = URI.create(url);
            boolean http = "https".equals(read.getScheme()) || "http".equals(read.getScheme());
            if (http && read.getHost() != null && read.getRawQuery() == null && read.getRawFragment() == null) {
                return url.replaceFirst("/+$", "");
            }
        } catch (IllegalArgumentException e) {
            // the message below says what is wanted
        }
        throw CommandFailedException.usage(
                "--base-url: must be https:// or http:// and a host, perhaps with a port and a path",
                "Name it as vendors reach it, as in https://callport.example.com.");
    }
}
