// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The desk for the XML form: one transaction a request, known again by its id. */
final class XmlDesk implements Desk {

  /** Lane and number of a transaction that was counted. */
  private record Place(String lane, long number) {}

  private final Map<String, Place> known = new ConcurrentHashMap<>();

  @Override
  public byte[] answer(String operation, byte[] request, Account account) throws IOException {
    Document document = parse(request);
    StringBuilder answer = new StringBuilder("<?xml version=\"1.0\"?><Answer>");
    if (operation.equals("ReqChkTxn")) {
      NodeList asked = document.getElementsByTagName("Status");
      for (int i = 0; i < asked.getLength(); i++) {
        String id = ((Element) asked.item(i)).getAttribute("txnId");
        Place place = known.get(id);
        if (place != null && account.has(place.lane(), place.number())) {
          say(answer, id, Account.Answer.DUPLICATE);
        }
      }
    } else if (operation.equals("ReqTagDetails")) {
      String tag = attribute(document, "Vehicle", "tagId");
      answer
          .append("<Resp tagId=\"")
          .append(tag)
          .append("\" result=\"")
          .append(account.grants(tag) ? "ACCEPTED" : "DECLINED")
          .append("\"/>");
    } else if (!operation.equals("ReqHbt")) {
      String id = attribute(document, "Txn", "id");
      Place place =
          new Place(
              attribute(document, "Lane", "laneId"),
              Long.parseLong(attribute(document, "Lane", "number")));
      Place other = known.putIfAbsent(id, place);
      if (other != null && !other.equals(place)) {
        throw new IOException("transaction " + id + " was " + other + " and is now " + place);
      }
      long minor = new BigDecimal(attribute(document, "Amount", "value")).longValueExact();
      say(answer, id, account.post(place.lane(), place.number(), minor));
    }
    return answer.append("</Answer>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void say(StringBuilder answer, String id, Account.Answer said) {
    answer.append("<Resp txnId=\"").append(id).append("\" result=\"").append(said).append("\"/>");
  }

  private static String attribute(Document document, String element, String name) {
    return ((Element) document.getElementsByTagName(element).item(0)).getAttribute(name);
  }

  private static Document parse(byte[] request) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(request));
    } catch (ParserConfigurationException | SAXException garbled) {
      throw new IOException("the request is no XML", garbled);
    }
  }
}
