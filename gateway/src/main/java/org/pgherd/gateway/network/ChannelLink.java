package org.pgherd.gateway.network;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslContext;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.pgherd.gateway.protocol.ClientGone;
import org.pgherd.gateway.protocol.ClientLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A client behind a Netty channel. Bytes wait in a queue until the client's thread takes them; when many wait, the
/// channel stops reading. Writers wait while the channel's own buffer is above its high-water mark.
final class ChannelLink extends ChannelInboundHandlerAdapter implements ClientLink {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelLink.class);
    private static final int STOP_READING_AT = 1 << 20;
    private static final int READ_AGAIN_AT = 1 << 18;

    private final Channel channel;
    private final @Nullable SslContext tls;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition readable = lock.newCondition();
    private final Condition writable = lock.newCondition();
    private final Queue<ByteBuf> arrived = new ArrayDeque<>();
    private int arrivedBytes;
    private boolean paused;
    private boolean ended;
    private boolean gone;
    private boolean vanished;
    private @Nullable Runnable vanishListener;

    ChannelLink(Channel channel, @Nullable SslContext tls) {
        this.channel = channel;
        this.tls = tls;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        lock.lock();
        try {
            if (ended || !bytes.isReadable()) {
                bytes.release();
                return;
            }
            arrived.add(bytes);
            arrivedBytes += bytes.readableBytes();
            if (arrivedBytes > STOP_READING_AT && !paused) {
                paused = true;
                channel.config().setAutoRead(false);
            }
            readable.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Runnable listener = null;
        lock.lock();
        try {
            ended = true;
            gone = true;
            if (arrived.isEmpty()) {
                vanished = true;
                listener = vanishListener;
                vanishListener = null;
            }
            readable.signal();
            writable.signal();
        } finally {
            lock.unlock();
        }
        if (listener != null) {
            Thread.ofVirtual().start(listener);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        lock.lock();
        try {
            writable.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("connection of {} failed", peer(), cause);
        context.close();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        lock.lock();
        try {
            ByteBuf head;
            while ((head = arrived.peek()) == null) {
                if (ended) {
                    return -1;
                }
                readable.awaitUninterruptibly();
            }
            int n = Math.min(length, head.readableBytes());
            head.readBytes(into, offset, n);
            if (!head.isReadable()) {
                arrived.remove();
                head.release();
            }
            arrivedBytes -= n;
            if (paused && arrivedBytes < READ_AGAIN_AT) {
                paused = false;
                channel.config().setAutoRead(true);
            }
            return n;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void write(byte[] data, int offset, int length) {
        awaitRoom();
        channel.write(channel.alloc().directBuffer(length).writeBytes(data, offset, length), channel.voidPromise());
    }

    private void awaitRoom() {
        lock.lock();
        try {
            if (!channel.isWritable()) {
                channel.flush();
            }
            while (!gone && !channel.isWritable()) {
                writable.awaitUninterruptibly();
            }
            if (gone) {
                throw new ClientGone();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void flush() {
        channel.flush();
    }

    @Override
    public boolean hasTls() {
        return tls != null;
    }

    @Override
    public boolean hasUnread() {
        lock.lock();
        try {
            return !arrived.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void startTls() {
        SslContext context = tls;
        if (context == null) {
            throw new AssertionError("no certificate");
        }
        // one task of the event loop: the plain answer leaves before the handler stands in the way
        channel.eventLoop().execute(() -> {
            channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[] {'S'}));
            channel.pipeline().addFirst(context.newHandler(channel.alloc()));
        });
    }

    @Override
    public void onVanish(Runnable listener) {
        boolean late;
        lock.lock();
        try {
            late = vanished;
            vanishListener = late ? null : listener;
        } finally {
            lock.unlock();
        }
        if (late) {
            listener.run();
        }
    }

    @Override
    public void stopReading() {
        lock.lock();
        try {
            ended = true;
            arrived.forEach(ByteBuf::release);
            arrived.clear();
            arrivedBytes = 0;
            readable.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        stopReading();
        channel.flush();
        channel.close();
    }

    @Override
    public String peer() {
        return String.valueOf(channel.remoteAddress());
    }
}
