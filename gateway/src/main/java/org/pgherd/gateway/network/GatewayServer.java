package org.pgherd.gateway.network;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pgherd.gateway.protocol.Gateway;

/// A gateway's TCP port. Closing it turns new clients away and ends the conversations of those inside.
public final class GatewayServer implements AutoCloseable {
    private static final int LOW_WATER = 1 << 16;
    private static final int HIGH_WATER = 1 << 18;
    private static final int BACKLOG = 200;

    private final Gateway gateway;
    private final EventLoopGroup acceptor;
    private final EventLoopGroup loops;
    private final Channel channel;

    private GatewayServer(Gateway gateway, EventLoopGroup acceptor, EventLoopGroup loops, Channel channel) {
        this.gateway = gateway;
        this.acceptor = acceptor;
        this.loops = loops;
        this.channel = channel;
    }

    /// @param port 0 for any free one
    /// @param tls certificate and key, or null to answer clients that ask for encryption with no
    /// @throws IOException if the port cannot be listened on, with a message for the user
    public static GatewayServer open(Gateway gateway, String host, int port, @Nullable SslContext tls)
            throws IOException {
        EventLoopGroup acceptor = group(1, "gateway-accept");
        EventLoopGroup loops = group(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), "gateway-io");
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(acceptor, loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(LOW_WATER, HIGH_WATER))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        ChannelLink link = new ChannelLink(client, tls);
                        client.pipeline().addLast(link);
                        gateway.serve(link);
                    }
                });
        ChannelFuture bound = bootstrap.bind(new InetSocketAddress(host, port)).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stop(acceptor, loops);
            Throwable cause = bound.cause();
            String reason = cause == null ? "interrupted" : String.valueOf(cause.getMessage());
            throw new IOException("cannot listen on " + host + ":" + port + ": " + reason, cause);
        }
        return new GatewayServer(gateway, acceptor, loops, bound.channel());
    }

    private static EventLoopGroup group(int threads, String name) {
        return new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
        gateway.close();
        stop(acceptor, loops);
    }

    private static void stop(EventLoopGroup acceptor, EventLoopGroup loops) {
        acceptor.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
