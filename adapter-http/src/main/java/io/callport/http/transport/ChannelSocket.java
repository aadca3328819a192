package io.callport.http.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.net.SocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A socket over a channel, whose reads and writes end when their thread is interrupted, and which shows whether it
 * holds bytes that nobody asked for. As thread-safe as a socket; its input is a {@link MessageInput}.
 */
final class ChannelSocket extends Socket {
    private final Impl impl;

    private ChannelSocket(Impl impl) throws SocketException {
        super(impl);
        this.impl = impl;
    }

    /** A socket of this channel, which is not connected yet. */
    static ChannelSocket over(SocketChannel channel) throws IOException {
        return new ChannelSocket(new Impl(channel));
    }

    /** What the vendor sent. The socket must be connected. */
    MessageInput input() {
        return impl.input();
    }

    /** The JDK's own socket of the channel does the work. */
    private static final class Impl extends SocketImpl {
        private final SocketChannel channel;
        private final Socket socket;
        private volatile @Nullable MessageInput input;

        Impl(SocketChannel channel) {
            this.channel = channel;
            this.socket = channel.socket();
        }

        MessageInput input() {
            MessageInput connected = input;
            if (connected == null) {
                throw new IllegalStateException("not connected");
            }
            return connected;
        }

        @Override
        protected void create(boolean stream) {}

        @Override
        protected void connect(SocketAddress to, int timeoutMillis) throws IOException {
            socket.connect(to, timeoutMillis);
            InetSocketAddress connected = (InetSocketAddress) to;
            address = connected.getAddress();
            port = connected.getPort();
            localport = socket.getLocalPort();
            input = new MessageInput(socket.getInputStream());
        }

        @Override
        protected void connect(String host, int port) throws IOException {
            connect(new InetSocketAddress(host, port), 0);
        }

        @Override
        protected void connect(InetAddress host, int port) throws IOException {
            connect(new InetSocketAddress(host, port), 0);
        }

        @Override
        protected InputStream getInputStream() {
            return input();
        }

        @Override
        protected OutputStream getOutputStream() throws IOException {
            return socket.getOutputStream();
        }

        @Override
        protected int available() throws IOException {
            return input().available();
        }

        @Override
        protected void close() throws IOException {
            channel.close();
        }

        @Override
        protected void shutdownInput() throws IOException {
            socket.shutdownInput();
        }

        @Override
        protected void shutdownOutput() throws IOException {
            socket.shutdownOutput();
        }

        @Override
        public void setOption(int option, Object value) throws SocketException {
            if (option == SocketOptions.SO_TIMEOUT) {
                socket.setSoTimeout((Integer) value);
            } else if (option == SocketOptions.SO_LINGER) {
                socket.setSoLinger(value instanceof Integer, value instanceof Integer seconds ? seconds : 0);
            }
        }

        @Override
        public Object getOption(int option) throws SocketException {
            return switch (option) {
                case SocketOptions.SO_TIMEOUT -> socket.getSoTimeout();
                case SocketOptions.SO_LINGER -> socket.getSoLinger();
                case SocketOptions.SO_BINDADDR -> socket.getLocalAddress();
                default -> throw new SocketException("an option that is set on the channel");
            };
        }

        @Override
        protected <T> void setOption(SocketOption<T> option, T value) throws IOException {
            channel.setOption(option, value);
        }

        @Override
        protected <T> T getOption(SocketOption<T> option) throws IOException {
            return channel.getOption(option);
        }

        @Override
        protected Set<SocketOption<?>> supportedOptions() {
            return channel.supportedOptions();
        }

        @Override
        protected void bind(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void listen(int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void accept(SocketImpl accepted) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void sendUrgentData(int data) {
            throw new UnsupportedOperationException();
        }
    }
}
