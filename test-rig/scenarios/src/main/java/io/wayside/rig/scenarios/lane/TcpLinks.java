// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.link.LinkService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** TCP for drivers that run outside of the framework. */
public final class TcpLinks implements LinkService {

  private static final int CONNECT_MS = 3_000;

  @Override
  public Link open(LinkAddress address) throws LinkDown {
    if (!(address instanceof LinkAddress.Tcp tcp)) {
      throw new LinkDown(LinkAddresses.print(address) + ": this verb speaks TCP alone");
    }
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(tcp.host(), tcp.port()), CONNECT_MS);
      socket.setTcpNoDelay(true);
      return new TcpLink(tcp, socket);
    } catch (IOException refused) {
      close(socket);
      throw down(address, refused);
    }
  }

  private static LinkDown down(LinkAddress address, IOException why) {
    return new LinkDown(
        LinkAddresses.print(address)
            + ": "
            + why.getMessage()
            + "; is it on, and is the port right?");
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException asGoodAsClosed) {
      return; // nothing can be done with it any more
    }
  }

  private record TcpLink(LinkAddress address, Socket socket) implements Link {

    @Override
    public int read(byte[] buffer, Duration patience) throws LinkDown {
      try {
        socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
        int count = socket.getInputStream().read(buffer);
        if (count < 0) {
          throw new LinkDown(LinkAddresses.print(address) + ": the other side hung up");
        }
        return count;
      } catch (SocketTimeoutException nothingYet) {
        return 0;
      } catch (IOException broken) {
        throw down(address, broken);
      }
    }

    @Override
    public void write(byte[] bytes) throws LinkDown {
      try {
        socket.getOutputStream().write(bytes);
      } catch (IOException broken) {
        throw down(address, broken);
      }
    }

    @Override
    public void close() {
      TcpLinks.close(socket);
    }
  }
}
