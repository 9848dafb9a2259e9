// SPDX-License-Identifier: Apache-2.0
/** Tests. */
package io.wayside.rig.central.heads;
