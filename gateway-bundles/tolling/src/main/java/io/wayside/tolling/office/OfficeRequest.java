// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

/**
 * A request.
 *
 * @param operation name of what is asked, the last step of its address
 * @param mediaType of the content
 */
@SuppressWarnings("ArrayRecordComponent") // made once, sent once
public record OfficeRequest(String operation, String mediaType, byte[] content) {}
