// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.link.LinkService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** TCP for a driver that runs outside of the framework. */
final class LoopbackLinks implements LinkService {

  @Override
  public Link open(LinkAddress address) throws LinkDown {
    if (!(address instanceof LinkAddress.Tcp tcp)) {
      throw new LinkDown(LinkAddresses.print(address) + ": only TCP is offered here");
    }
    try {
      return new TcpLink(tcp, new Socket(tcp.host(), tcp.port()));
    } catch (IOException e) {
      throw down(address, e);
    }
  }

  private static LinkDown down(LinkAddress address, IOException why) {
    return new LinkDown(
        LinkAddresses.print(address) + ": " + why.getMessage() + "; is the simulator running?");
  }

  private record TcpLink(LinkAddress address, Socket socket, InputStream in, OutputStream out)
      implements Link {

    TcpLink(LinkAddress address, Socket socket) throws IOException {
      this(address, socket, socket.getInputStream(), socket.getOutputStream());
      socket.setTcpNoDelay(true);
    }

    @Override
    public int read(byte[] buffer, Duration patience) throws LinkDown {
      try {
        socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
        int count = in.read(buffer);
        if (count < 0) {
          throw new LinkDown(LinkAddresses.print(address) + ": the simulator hung up");
        }
        return count;
      } catch (SocketTimeoutException nothingYet) {
        return 0;
      } catch (IOException e) {
        throw down(address, e);
      }
    }

    @Override
    public void write(byte[] bytes) throws LinkDown {
      try {
        out.write(bytes);
        out.flush();
      } catch (IOException e) {
        throw down(address, e);
      }
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException e) {
        // a socket that cannot be closed is as good as closed
        return;
      }
    }
  }
}
