// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One link in memory. */
final class ScriptedLink implements Link {

  private final LinkAddress address;
  private final ScriptedPeer peer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private byte[] waiting = new byte[0];
  private boolean broken;
  private boolean closed;

  ScriptedLink(LinkAddress address, ScriptedPeer peer) {
    this.address = address;
    this.peer = peer;
  }

  @Override
  public int read(byte[] buffer, Duration patience) throws LinkDown {
    lock.lock();
    try {
      long leftNanos = patience.toNanos();
      while (waiting.length == 0 && leftNanos > 0) {
        requireUp();
        leftNanos = changed.awaitNanos(leftNanos);
      }
      if (waiting.length == 0) {
        requireUp();
      }
      int count = Math.min(buffer.length, waiting.length);
      System.arraycopy(waiting, 0, buffer, 0, count);
      waiting = Arrays.copyOfRange(waiting, count, waiting.length);
      return count;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LinkDown("reading " + LinkAddresses.print(address) + " was interrupted", stopped);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void write(byte[] bytes) throws LinkDown {
    lock.lock();
    try {
      requireUp();
    } finally {
      lock.unlock();
    }
    peer.take(bytes);
  }

  @Override
  public LinkAddress address() {
    return address;
  }

  @Override
  public void close() {
    change(
        () -> {
          closed = true;
          waiting = new byte[0];
        });
  }

  void brokenByPeer() {
    change(() -> broken = true);
  }

  void arrived(byte[] bytes) {
    change(
        () -> {
          if (!closed && !broken) {
            byte[] both = Arrays.copyOf(waiting, waiting.length + bytes.length);
            System.arraycopy(bytes, 0, both, waiting.length, bytes.length);
            waiting = both;
          }
        });
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable what) {
    lock.lock();
    try {
      what.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void requireUp() throws LinkDown {
    if (closed || broken) {
      throw new LinkDown(
          LinkAddresses.print(address)
              + (closed ? " was closed" : " was hung up by the peer")
              + "; open it anew");
    }
  }
}
