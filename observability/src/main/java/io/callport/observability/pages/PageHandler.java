package io.callport.observability.pages;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers GET and HEAD for exact paths, and lists the paths at {@code /}. Never waits, so that few threads serve all
 * clients.
 */
final class PageHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
    private static final int MAX_WARNINGS = 10;
    private static final int MAX_HOST_LENGTH = 100;

    private final PageTable pages;
    private final HostAllowList hosts;
    private final ClientConnections connections;
    private final Page list;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    PageHandler(PageTable pages, HostAllowList hosts, ClientConnections connections) {
        super(InvocationType.NON_BLOCKING);
        this.pages = pages;
        this.hosts = hosts;
        this.connections = connections;
        this.list = Page.text(200, String.join("\n", pages.paths()) + "\n");
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
        connections.serving(client);
        var unused = page(request, response).whenComplete((page, failure) -> {
            connections.writing(client);
            PageResponse.send(page, request, response, Callback.from(() -> connections.reading(client), callback));
        });
        return true;
    }

    private CompletableFuture<EncodedPage> page(Request request, Response response) {
        String path = request.getHttpURI().getPath();
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            return now(Page.text(405, "Only GET and HEAD\n"));
        }
        Supplier<Page> health = pages.health().get(path);
        if (health != null) {
            return now(health.get());
        }
        Page refusal = refusal(request);
        if (refusal != null) {
            return now(refusal);
        }
        Function<PageRequest, CompletableFuture<EncodedPage>> page =
                pages.others().get(path);
        if (page != null) {
            return page.apply(read(request));
        }
        return now(path.equals("/") ? list : Page.text(404, "There are / " + String.join(" ", pages.paths()) + "\n"));
    }

    /**
     * The refusal of a request whose host is not allowed; {@code null} if it is. A target with a host of its own names
     * two.
     */
    private @Nullable Page refusal(Request request) {
        String host = request.getHeaders().get(HttpHeader.HOST);
        String target = request.getHttpURI().getAuthority();
        if (hosts.allows(host) && (target == null || hosts.allows(target))) {
            return null;
        }
        String named = hosts.allows(host) ? target : host;
        String shown = named == null ? "" : shown(named);
        if (warned.size() < MAX_WARNINGS && warned.add(shown)) {
            LOG.atWarn()
                    .addKeyValue("host", shown)
                    .addKeyValue("key", "admin.hosts")
                    .log(
                            "A page was refused, because the request names a host that is not allowed; logged once per host");
        }
        return Page.text(
                403,
                "This page is not answered for the host \"" + shown + "\". If that is a name of this service, add it to"
                        + " admin.hosts in the configuration, without its port. /health/live and /health/ready need no entry.\n");
    }

    private static String shown(String host) {
        String safe = host.replaceAll("[^A-Za-z0-9._:\\[\\]-]", "?");
        return safe.length() > MAX_HOST_LENGTH ? safe.substring(0, MAX_HOST_LENGTH) : safe;
    }

    private static PageRequest read(Request request) {
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        String query = request.getHttpURI().getQuery();
        return new PageRequest(accept == null ? "" : accept, query == null ? "" : query);
    }

    private static CompletableFuture<EncodedPage> now(Page page) {
        return CompletableFuture.completedFuture(EncodedPage.of(page));
    }
}
