// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddress.Serial;
import io.wayside.core.link.LinkAddress.Tcp;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.link.LinkService;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The link service: serial lines, pseudo-terminals, TCP and UDP. */
@Component
public final class Links implements LinkService {

  private static final Logger log = LoggerFactory.getLogger(Links.class);

  private final SerialOpening serial;
  private final OpenLinks links = new OpenLinks();

  @Activate
  public Links(BundleContext context) {
    this(Path.of("/dev"), Path.of("/proc"));
    if (!NativeLibrary.takeFrom(context.getProperty(NativeLibrary.FOLDER))) {
      log.info(
          "no native library of jSerialComm below {}; it unpacks its own to the temporary folder",
          NativeLibrary.FOLDER);
    }
  }

  /**
   * @param devRoot where adapters are looked for that an error message can name
   * @param procRoot the process table
   */
  Links(Path devRoot, Path procRoot) {
    serial = new SerialOpening(new SerialFailure(devRoot, new Occupants(procRoot)));
  }

  @Override
  public Link open(LinkAddress address) throws LinkDown {
    String text = LinkAddresses.print(address);
    if (address instanceof Serial line) {
      DeviceNode node = serial.resolve(line);
      return links.open(node.real().toString(), text, () -> serial.open(line, node));
    }
    if (address instanceof Tcp tcp) {
      return links.open(text, text, () -> TcpOpening.open(tcp));
    }
    LinkAddress.Udp udp = (LinkAddress.Udp) address;
    return links.open("udp port " + udp.port(), text, () -> UdpLink.open(udp));
  }

  @Deactivate
  void close() {
    links.close();
  }
}
