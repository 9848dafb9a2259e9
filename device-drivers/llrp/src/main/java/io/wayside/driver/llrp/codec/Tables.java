// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

/**
 * Every message and parameter of LLRP 1.0.1 and 1.1, one a line: number, name, fields, parameters
 * within. {@link TableReader} explains the words.
 */
final class Tables {

  private Tables() {}

  static final String MESSAGES =
      """
      1 GET_READER_CAPABILITIES | requestedData:u8 | Custom*
      2 GET_READER_CONFIG | antennaId:u16 requestedData:u8 gpiPort:u16 gpoPort:u16 | Custom*
      3 SET_READER_CONFIG | resetToFactoryDefault:u1 _7 | ReaderEventNotificationSpec? AntennaProperties* AntennaConfiguration* ROReportSpec? AccessReportSpec? KeepaliveSpec? GPOWriteData* GPIPortCurrentState* EventsAndReports? Custom*
      4 CLOSE_CONNECTION_RESPONSE | | LLRPStatus
      11 GET_READER_CAPABILITIES_RESPONSE | | LLRPStatus GeneralDeviceCapabilities? LLRPCapabilities? RegulatoryCapabilities? C1G2LLRPCapabilities? Custom*
      12 GET_READER_CONFIG_RESPONSE | | LLRPStatus Identification? AntennaProperties* AntennaConfiguration* ReaderEventNotificationSpec? ROReportSpec? AccessReportSpec? LLRPConfigurationStateValue? KeepaliveSpec? GPIPortCurrentState* GPOWriteData* EventsAndReports? Custom*
      13 SET_READER_CONFIG_RESPONSE | | LLRPStatus
      14 CLOSE_CONNECTION | |
      20 ADD_ROSPEC | | ROSpec
      21 DELETE_ROSPEC | roSpecId:u32 |
      22 START_ROSPEC | roSpecId:u32 |
      23 STOP_ROSPEC | roSpecId:u32 |
      24 ENABLE_ROSPEC | roSpecId:u32 |
      25 DISABLE_ROSPEC | roSpecId:u32 |
      26 GET_ROSPECS | |
      30 ADD_ROSPEC_RESPONSE | | LLRPStatus
      31 DELETE_ROSPEC_RESPONSE | | LLRPStatus
      32 START_ROSPEC_RESPONSE | | LLRPStatus
      33 STOP_ROSPEC_RESPONSE | | LLRPStatus
      34 ENABLE_ROSPEC_RESPONSE | | LLRPStatus
      35 DISABLE_ROSPEC_RESPONSE | | LLRPStatus
      36 GET_ROSPECS_RESPONSE | | LLRPStatus ROSpec*
      40 ADD_ACCESSSPEC | | AccessSpec
      41 DELETE_ACCESSSPEC | accessSpecId:u32 |
      42 ENABLE_ACCESSSPEC | accessSpecId:u32 |
      43 DISABLE_ACCESSSPEC | accessSpecId:u32 |
      44 GET_ACCESSSPECS | |
      45 CLIENT_REQUEST_OP | | TagReportData
      46 GET_SUPPORTED_VERSION | |
      47 SET_PROTOCOL_VERSION | protocolVersion:u8 |
      50 ADD_ACCESSSPEC_RESPONSE | | LLRPStatus
      51 DELETE_ACCESSSPEC_RESPONSE | | LLRPStatus
      52 ENABLE_ACCESSSPEC_RESPONSE | | LLRPStatus
      53 DISABLE_ACCESSSPEC_RESPONSE | | LLRPStatus
      54 GET_ACCESSSPECS_RESPONSE | | LLRPStatus AccessSpec*
      55 CLIENT_REQUEST_OP_RESPONSE | | ClientRequestResponse
      56 GET_SUPPORTED_VERSION_RESPONSE | currentVersion:u8 supportedVersion:u8 | LLRPStatus
      57 SET_PROTOCOL_VERSION_RESPONSE | | LLRPStatus
      60 GET_REPORT | |
      61 RO_ACCESS_REPORT | | TagReportData* RFSurveyReportData* Custom*
      62 KEEPALIVE | |
      63 READER_EVENT_NOTIFICATION | | ReaderEventNotificationData
      64 ENABLE_EVENTS_AND_REPORTS | |
      72 KEEPALIVE_ACK | |
      100 ERROR_MESSAGE | | LLRPStatus
      1023 CUSTOM_MESSAGE | vendor:u32 subtype:u8 data:rest |
      """;

  /** Types below 128 carry no length: their size is that of their fields. */
  static final String TAG_PARAMETERS =
      """
      1 AntennaID | antennaId:u16 |
      2 FirstSeenTimestampUTC | microseconds:u64 |
      3 FirstSeenTimestampUptime | microseconds:u64 |
      4 LastSeenTimestampUTC | microseconds:u64 |
      5 LastSeenTimestampUptime | microseconds:u64 |
      6 PeakRSSI | rssiDbm:s8 |
      7 ChannelIndex | channelIndex:u16 |
      8 TagSeenCount | count:u16 |
      9 ROSpecID | roSpecId:u32 |
      10 InventoryParameterSpecID | inventoryParameterSpecId:u16 |
      11 C1G2_CRC | crc:u16 |
      12 C1G2_PC | pc:u16 |
      13 EPC_96 | epc:b12 |
      14 SpecIndex | specIndex:u16 |
      15 ClientRequestOpSpecResult | opSpecId:u16 |
      16 AccessSpecID | accessSpecId:u32 |
      17 OpSpecID | opSpecId:u16 |
      18 C1G2SingulationDetails | collisionSlots:u16 emptySlots:u16 |
      19 C1G2_XPCW1 | xpcW1:u16 |
      20 C1G2_XPCW2 | xpcW2:u16 |
      128 UTCTimestamp | microseconds:u64 |
      129 Uptime | microseconds:u64 |
      240 TagReportData | | (EPCData,EPC_96) ROSpecID? SpecIndex? InventoryParameterSpecID? AntennaID? PeakRSSI? ChannelIndex? FirstSeenTimestampUTC? FirstSeenTimestampUptime? LastSeenTimestampUTC? LastSeenTimestampUptime? TagSeenCount? (C1G2_PC,C1G2_XPCW1,C1G2_XPCW2,C1G2_CRC)* AccessSpecID? (C1G2ReadOpSpecResult,C1G2WriteOpSpecResult,C1G2KillOpSpecResult,C1G2LockOpSpecResult,C1G2BlockEraseOpSpecResult,C1G2BlockWriteOpSpecResult,C1G2RecommissionOpSpecResult,C1G2BlockPermalockOpSpecResult,C1G2GetBlockPermalockStatusOpSpecResult,ClientRequestOpSpecResult,Custom)*
      241 EPCData | epc:u1v |
      242 RFSurveyReportData | | ROSpecID? SpecIndex? FrequencyRSSILevelEntry+ Custom*
      243 FrequencyRSSILevelEntry | frequencyKhz:u32 bandwidthKhz:u32 averageRssiDbm:s8 peakRssiDbm:s8 | (UTCTimestamp,Uptime)
      349 C1G2ReadOpSpecResult | result:u8 opSpecId:u16 data:w16v |
      350 C1G2WriteOpSpecResult | result:u8 opSpecId:u16 wordsWritten:u16 |
      351 C1G2KillOpSpecResult | result:u8 opSpecId:u16 |
      352 C1G2LockOpSpecResult | result:u8 opSpecId:u16 |
      353 C1G2BlockEraseOpSpecResult | result:u8 opSpecId:u16 |
      354 C1G2BlockWriteOpSpecResult | result:u8 opSpecId:u16 wordsWritten:u16 |
      360 C1G2RecommissionOpSpecResult | result:u8 opSpecId:u16 |
      361 C1G2BlockPermalockOpSpecResult | result:u8 opSpecId:u16 |
      362 C1G2GetBlockPermalockStatusOpSpecResult | result:u8 opSpecId:u16 statuses:w16v |
      1023 Custom | vendor:u32 subtype:u32 data:rest |
      """;

  static final String READER_PARAMETERS =
      """
      137 GeneralDeviceCapabilities | maxAntennas:u16 canSetAntennaProperties:u1 hasUtcClock:u1 _14 manufacturer:u32 model:u32 firmware:utf8v | ReceiveSensitivityTableEntry+ PerAntennaReceiveSensitivityRange* GPIOCapabilities PerAntennaAirProtocol+ MaximumReceiveSensitivity?
      139 ReceiveSensitivityTableEntry | index:u16 sensitivityDb:s16 |
      140 PerAntennaAirProtocol | antennaId:u16 protocolIds:u8v |
      141 GPIOCapabilities | gpis:u16 gpos:u16 |
      142 LLRPCapabilities | canDoRfSurvey:u1 canReportBufferFillWarning:u1 supportsClientRequestOpSpec:u1 canDoStateAwareSingulation:u1 supportsEventAndReportHolding:u1 _3 maxPriorityLevel:u8 clientRequestTimeoutMs:u16 maxRoSpecs:u32 maxSpecsPerRoSpec:u32 maxInventoryParameterSpecsPerAiSpec:u32 maxAccessSpecs:u32 maxOpSpecsPerAccessSpec:u32 |
      143 RegulatoryCapabilities | countryCode:u16 communicationsStandard:u16 | UHFBandCapabilities? Custom*
      144 UHFBandCapabilities | | TransmitPowerLevelTableEntry+ FrequencyInformation UHFC1G2RFModeTable+ RFSurveyFrequencyCapabilities?
      145 TransmitPowerLevelTableEntry | index:u16 powerCentiDbm:s16 |
      146 FrequencyInformation | hopping:u1 _7 | FrequencyHopTable* FixedFrequencyTable?
      147 FrequencyHopTable | hopTableId:u8 _8 frequenciesKhz:u32v |
      148 FixedFrequencyTable | frequenciesKhz:u32v |
      149 PerAntennaReceiveSensitivityRange | antennaId:u16 indexMin:u16 indexMax:u16 |
      217 LLRPConfigurationStateValue | state:u32 |
      218 Identification | idType:u8 readerId:u8v |
      219 GPOWriteData | port:u16 data:u1 _7 |
      220 KeepaliveSpec | triggerType:u8 periodMs:u32 |
      221 AntennaProperties | connected:u1 _7 antennaId:u16 gainCentiDbi:s16 |
      225 GPIPortCurrentState | port:u16 config:u1 _7 state:u8 |
      226 EventsAndReports | holdUponReconnect:u1 _7 |
      244 ReaderEventNotificationSpec | | EventNotificationState+
      245 EventNotificationState | eventType:u16 notify:u1 _7 |
      246 ReaderEventNotificationData | | (UTCTimestamp,Uptime) HoppingEvent? GPIEvent? ROSpecEvent? ReportBufferLevelWarningEvent? ReportBufferOverflowErrorEvent? ReaderExceptionEvent? RFSurveyEvent? AISpecEvent? AntennaEvent? ConnectionAttemptEvent? ConnectionCloseEvent? SpecLoopEvent? Custom*
      247 HoppingEvent | hopTableId:u16 nextChannelIndex:u16 |
      248 GPIEvent | port:u16 event:u1 _7 |
      249 ROSpecEvent | eventType:u8 roSpecId:u32 preemptingRoSpecId:u32 |
      250 ReportBufferLevelWarningEvent | percentFull:u8 |
      251 ReportBufferOverflowErrorEvent | |
      252 ReaderExceptionEvent | message:utf8v | ROSpecID? SpecIndex? InventoryParameterSpecID? AntennaID? AccessSpecID? OpSpecID? Custom*
      253 RFSurveyEvent | eventType:u8 roSpecId:u32 specIndex:u16 |
      254 AISpecEvent | eventType:u8 roSpecId:u32 specIndex:u16 | C1G2SingulationDetails?
      255 AntennaEvent | eventType:u8 antennaId:u16 |
      256 ConnectionAttemptEvent | status:u16 |
      257 ConnectionCloseEvent | |
      287 LLRPStatus | statusCode:u16 errorDescription:utf8v | FieldError? ParameterError?
      288 FieldError | fieldNumber:u16 errorCode:u16 |
      289 ParameterError | parameterType:u16 errorCode:u16 | FieldError? ParameterError?
      327 C1G2LLRPCapabilities | canBlockErase:u1 canBlockWrite:u1 canBlockPermalock:u1 canRecommission:u1 canUmiMethod2:u1 canXpc:u1 _2 maxSelectFilters:u16 |
      328 UHFC1G2RFModeTable | | UHFC1G2RFModeTableEntry+
      329 UHFC1G2RFModeTableEntry | modeId:u32 divideRatio:u1 conformant:u1 _6 m:u8 forwardModulation:u8 spectralMask:u8 backscatterRateHz:u32 pieRatioMilli:u32 minTariNs:u32 maxTariNs:u32 stepTariNs:u32 |
      356 SpecLoopEvent | roSpecId:u32 loopCount:u32 |
      363 MaximumReceiveSensitivity | sensitivityDbm:s16 |
      365 RFSurveyFrequencyCapabilities | minFrequencyKhz:u32 maxFrequencyKhz:u32 |
      """;

  static final String SPEC_PARAMETERS =
      """
      177 ROSpec | roSpecId:u32 priority:u8 currentState:u8 | ROBoundarySpec (AISpec,RFSurveySpec,LoopSpec,Custom)+ ROReportSpec?
      178 ROBoundarySpec | | ROSpecStartTrigger ROSpecStopTrigger
      179 ROSpecStartTrigger | triggerType:u8 | PeriodicTriggerValue? GPITriggerValue?
      180 PeriodicTriggerValue | offsetMs:u32 periodMs:u32 | UTCTimestamp?
      181 GPITriggerValue | port:u16 event:u1 _7 timeoutMs:u32 |
      182 ROSpecStopTrigger | triggerType:u8 durationMs:u32 | GPITriggerValue?
      183 AISpec | antennaIds:u16v | AISpecStopTrigger InventoryParameterSpec+ Custom*
      184 AISpecStopTrigger | triggerType:u8 durationMs:u32 | GPITriggerValue? TagObservationTrigger?
      185 TagObservationTrigger | triggerType:u8 _8 tags:u16 attempts:u16 quietMs:u16 timeoutMs:u32 |
      186 InventoryParameterSpec | inventoryParameterSpecId:u16 protocolId:u8 | AntennaConfiguration* Custom*
      187 RFSurveySpec | antennaId:u16 startFrequencyKhz:u32 endFrequencyKhz:u32 | RFSurveySpecStopTrigger Custom*
      188 RFSurveySpecStopTrigger | triggerType:u8 durationMs:u32 n:u32 |
      207 AccessSpec | accessSpecId:u32 antennaId:u16 protocolId:u8 currentState:u1 _7 roSpecId:u32 | AccessSpecStopTrigger AccessCommand AccessReportSpec? Custom*
      208 AccessSpecStopTrigger | triggerType:u8 operationCount:u16 |
      209 AccessCommand | | C1G2TagSpec (C1G2Read,C1G2Write,C1G2Kill,C1G2Lock,C1G2BlockErase,C1G2BlockWrite,C1G2Recommission,C1G2BlockPermalock,C1G2GetBlockPermalockStatus,ClientRequestOpSpec,Custom)+
      210 ClientRequestOpSpec | opSpecId:u16 |
      211 ClientRequestResponse | accessSpecId:u32 | EPCData (C1G2Read,C1G2Write,C1G2Kill,C1G2Lock,C1G2BlockErase,C1G2BlockWrite,C1G2Recommission,C1G2BlockPermalock,C1G2GetBlockPermalockStatus,Custom)*
      222 AntennaConfiguration | antennaId:u16 | RFReceiver? RFTransmitter? C1G2InventoryCommand* Custom*
      223 RFReceiver | sensitivityIndex:u16 |
      224 RFTransmitter | hopTableId:u16 channelIndex:u16 powerIndex:u16 |
      237 ROReportSpec | trigger:u8 n:u16 | TagReportContentSelector Custom*
      238 TagReportContentSelector | roSpecId:u1 specIndex:u1 inventoryParameterSpecId:u1 antennaId:u1 channelIndex:u1 peakRssi:u1 firstSeen:u1 lastSeen:u1 seenCount:u1 accessSpecId:u1 _6 | C1G2EPCMemorySelector* Custom*
      239 AccessReportSpec | trigger:u8 |
      330 C1G2InventoryCommand | stateAware:u1 _7 | C1G2Filter* C1G2RFControl? C1G2SingulationControl? Custom*
      331 C1G2Filter | truncate:u2 _6 | C1G2TagInventoryMask C1G2TagInventoryStateAwareFilterAction? C1G2TagInventoryStateUnawareFilterAction?
      332 C1G2TagInventoryMask | memoryBank:u2 _6 pointer:u16 mask:u1v |
      333 C1G2TagInventoryStateAwareFilterAction | target:u8 action:u8 |
      334 C1G2TagInventoryStateUnawareFilterAction | action:u8 |
      335 C1G2RFControl | modeIndex:u16 tariNs:u16 |
      336 C1G2SingulationControl | session:u2 _6 tagPopulation:u16 tagTransitTimeMs:u32 | C1G2TagInventoryStateAwareSingulationAction?
      337 C1G2TagInventoryStateAwareSingulationAction | i:u1 s:u1 _6 |
      338 C1G2TagSpec | | C1G2TargetTag C1G2TargetTag?
      339 C1G2TargetTag | memoryBank:u2 match:u1 _5 pointer:u16 mask:u1v data:u1v |
      341 C1G2Read | opSpecId:u16 accessPassword:u32 memoryBank:u2 _6 wordPointer:u16 wordCount:u16 |
      342 C1G2Write | opSpecId:u16 accessPassword:u32 memoryBank:u2 _6 wordPointer:u16 data:w16v |
      343 C1G2Kill | opSpecId:u16 killPassword:u32 |
      344 C1G2Lock | opSpecId:u16 accessPassword:u32 | C1G2LockPayload+
      345 C1G2LockPayload | privilege:u8 dataField:u8 |
      346 C1G2BlockErase | opSpecId:u16 accessPassword:u32 memoryBank:u2 _6 wordPointer:u16 wordCount:u16 |
      347 C1G2BlockWrite | opSpecId:u16 accessPassword:u32 memoryBank:u2 _6 wordPointer:u16 data:w16v |
      348 C1G2EPCMemorySelector | crc:u1 pc:u1 xpc:u1 _5 |
      355 LoopSpec | loopCount:u32 |
      357 C1G2Recommission | opSpecId:u16 killPassword:u32 _5 sb3:u1 sb2:u1 lsb:u1 |
      358 C1G2BlockPermalock | opSpecId:u16 accessPassword:u32 memoryBank:u2 _6 blockPointer:u16 mask:w16v |
      359 C1G2GetBlockPermalockStatus | opSpecId:u16 accessPassword:u32 memoryBank:u2 _6 blockPointer:u16 blockRange:u16 |
      """;
}
