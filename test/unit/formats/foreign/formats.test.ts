import assert from 'node:assert/strict';
import { errorsOf, importFixture, notesOf, outline } from '../../../support/importing';

describe('importFiles: OWASP Threat Dragon', () => {
  it('makes boundaries facilities, elements components and flows interfaces', async () => {
    const run = await importFixture('plant.threat-dragon.json');
    assert.deepEqual(errorsOf(run.snapshot), []);
    assert.deepEqual(outline(run), {
      facilities: ['Plant network', 'Cell 2'],
      components: {
        'Service Technician': '- | EXT | Remote service | ',
        Gateway:
          'Plant network |  | Remote service, Modbus, modbus (Gateway - plc (2)), Forecast, Loose end, Remote desktop | ',
        PLC: 'Cell 2 |  | Modbus, Load recipe, PLC - History, Lost | ',
        'plc (2)': 'Cell 2 |  | modbus (Gateway - plc (2)) | ',
        'Weather feed': 'Plant network | EXT | Forecast | ',
        Recipes: 'Plant network |  | Load recipe | Credentials{}',
        History: 'Plant network |  | PLC - History | Data{}',
        'Virtual Desktop': '- |  | Remote desktop | ',
      },
      entries: ['Remote service', 'Forecast'],
    });
    assert.equal(run.snapshot.model.name, 'Bottling Plant');
  });

  it('keeps threats as notes: of a flow at its relation, of an element at the component', async () => {
    const { snapshot } = await importFixture('plant.threat-dragon.json');
    const { components } = snapshot.model;
    assert.deepEqual(components.get('PLC')?.relations.get('Modbus')?.notes, [
      'Tampering (Critical, Open): Forged set point',
    ]);
    assert.match(
      components.get('Gateway')?.description ?? '',
      /Threats: Spoofing \(High, Open\): Default password - Nobody has changed it \(mitigation: Change it\)/,
    );
    assert.deepEqual(components.get('PLC')?.relations.get('Modbus')?.ratings, {});
  });

  it('says what it guessed and left out, with lines', async () => {
    const { report } = await importFixture('plant.threat-dragon.json');
    const guessed = notesOf(report, 'guessed');
    const leftOut = notesOf(report, 'left-out');
    const expected = [
      /json:17: The actor "Service Technician" is outside the system/,
      /json:21: Another component is called "plc" or nearly so: this process is called "plc \(2\)"/,
      /json:24: The store "History" holds data that the file does not name/,
      /json:42: "Gateway" is in several diagrams/,
      /json:43: "Virtual-Desktop" is called "Virtual Desktop"/,
      /json:32: The data flow "Loose end" has only one end, "Gateway"/,
    ];
    for (const pattern of expected) {
      assert.ok(
        guessed.some((note) => pattern.test(note)),
        String(pattern),
      );
    }
    assert.ok(leftOut.some((note) => /json:15: The trust boundary "Fence" is a line/.test(note)));
    assert.ok(
      leftOut.some((note) => /json:34: The data flow "Self test" leads from "PLC" to itself/.test(note)),
    );
    assert.deepEqual(notesOf(report, 'problem'), [
      'plant.threat-dragon.json:33: The data flow "Lost" leads to "nobody", which is no part that the file has.',
    ]);
  });
});

describe('importFiles: Open Threat Model', () => {
  it('makes trust zones facilities, components components and data flows interfaces', async () => {
    const run = await importFixture('shop.otm.yaml');
    assert.deepEqual(errorsOf(run.snapshot), []);
    assert.deepEqual(outline(run), {
      facilities: ['Internet', 'Back Office', 'Vault'],
      components: {
        Browser: 'Internet | EXT | Shopping | ',
        'Web Server':
          'Back Office |  | Shopping, Queries, Session | Prices{"security":5,"operation":5}, Orders{"security":4,"operation":2.5}',
        'Shopping Cart': 'Back Office |  | Session | ',
        Database: 'Vault |  | Queries | Orders{"security":4,"operation":2.5}, Stock{}',
      },
      entries: ['Shopping'],
    });
  });

  it('keeps threats with their mitigations, and says which data nobody holds', async () => {
    const { snapshot, report } = await importFixture('shop.otm.yaml');
    assert.deepEqual(snapshot.model.components.get('Database')?.relations.get('Queries')?.notes, [
      'Tampering (likelihood 20, impact 100, mitigated): SQL injection',
    ]);
    assert.match(
      snapshot.model.components.get('Web Server')?.description ?? '',
      /Tampering, Information Disclosure \(likelihood 40, impact 70, exposed\): Cross-site scripting - Script in reviews \(mitigation: Encode output \(required\)\)/,
    );
    assert.ok(
      notesOf(report, 'guessed').some((note) => /yaml:30: No component holds the asset "Stock"/.test(note)),
    );
    assert.deepEqual(notesOf(report, 'problem'), [
      'shop.otm.yaml:27: The asset "nothing" is not among those of the file.',
    ]);
  });
});

describe('importFiles: Threagile', () => {
  it('makes boundaries facilities, technical assets components, data assets assets and links interfaces', async () => {
    const run = await importFixture('portal.threagile.yaml');
    assert.deepEqual(errorsOf(run.snapshot), []);
    const data = 'Bills{"security":4,"operation":2}, Accounts{"security":5,"operation":2}';
    assert.deepEqual(outline(run), {
      facilities: ['Cloud', 'Data Segment'],
      components: {
        Customer: '- | EXT | Web Access | ',
        Portal: `Cloud |  | Web Access, Database Access, Log Shipping, Internet (Portal) | ${data}`,
        'Bill Database': `Data Segment |  | Database Access | ${data}`,
        Printer: '- | EXT |  | ',
      },
      entries: ['Web Access', 'Internet (Portal)'],
    });
  });

  it('puts risks that people found at the relation or component they name', async () => {
    const { snapshot, report } = await importFixture('portal.threagile.yaml');
    const { components } = snapshot.model;
    assert.match(
      components.get('Bill Database')?.relations.get('Database Access')?.notes[0] ?? '',
      /^information-disclosure \(low\): Sniffing the database/,
    );
    assert.match(components.get('Portal')?.description ?? '', /elevated, likely\): Weak cipher at Portal/);
    assert.ok(notesOf(report, 'left-out').some((note) => /The risk "Somewhere" names no/.test(note)));
    assert.deepEqual(notesOf(report, 'problem'), [
      'portal.threagile.yaml:32: The data "gone" is not among the data assets of the file.',
      'portal.threagile.yaml:46: The communication link "Log Shipping" leads to "lost", which is no part that the file has.',
    ]);
  });
});

describe('importFiles: Microsoft Threat Modeling Tool', () => {
  it('makes boundaries facilities, stencils components and connectors interfaces', async () => {
    const run = await importFixture('tickets.tm7');
    assert.deepEqual(errorsOf(run.snapshot), []);
    assert.equal(run.snapshot.model.name, 'Ticket Machine');
    assert.deepEqual(outline(run), {
      facilities: ['Machine', 'Safe'],
      components: {
        Traveller: '- | EXT | Buy | ',
        'Ticket Application': 'Machine |  | Buy, Store sale, Pay, Print, Loose | ',
        Sales: 'Safe |  | Store sale | Data{}',
        Bank: '- | EXT | Pay | ',
        Printer: 'Machine |  | Print | ',
      },
      entries: ['Buy'],
    });
  });

  it('keeps threats at the relation of their target, and answers that say something', async () => {
    const { snapshot, report } = await importFixture('tickets.tm7');
    const { components } = snapshot.model;
    assert.deepEqual(components.get('Sales')?.relations.get('Store sale')?.notes, [
      'Tampering (Medium, Mitigated): SQL injection - Text goes into queries (mitigation: Parameters are bound)',
    ]);
    assert.equal(components.get('Ticket Application')?.description, 'Type: WebApp. Sanitizes Input: Yes.');
    assert.equal(components.get('Bank')?.description, 'Out of scope: Under contract');
    assert.ok(
      notesOf(report, 'left-out').some((note) => /The threat "Orphan" belongs to no data flow/.test(note)),
    );
  });
});

describe('importFiles: GraphML', () => {
  it('makes groups facilities, nodes components and edges interfaces, hyperedges too', async () => {
    const run = await importFixture('cells.graphml');
    assert.deepEqual(errorsOf(run.snapshot), []);
    assert.equal(run.snapshot.model.name, 'Cells & Halls');
    assert.deepEqual(outline(run), {
      facilities: ['Hall 1'],
      components: {
        Router:
          '- |  | Fieldbus, Fieldbus (Router - Robot (2)), Router - Provider, Router - Provider (2), Router (edge), Router (edge) (2), Router - Robot - Node n4 | Service{}',
        Robot: 'Hall 1 |  | Fieldbus, Router - Robot - Node n4 | Service{}',
        'Robot (2)': 'Hall 1 |  | Fieldbus (Router - Robot (2)) | Service{}',
        Provider: '- | EXT | Router - Provider, Router - Provider (2) | ',
        'Node n4': '- |  | Router - Robot - Node n4 | Service{}',
      },
      entries: ['Router - Provider', 'Router - Provider (2)'],
    });
    assert.equal(run.snapshot.model.components.get('Router')?.description, 'Vendor: Acme <Ltd>');
  });
});

describe('importFiles: CAN database', () => {
  it('makes nodes components on a bus whose assets are the messages', async () => {
    const run = await importFixture('body.dbc');
    assert.deepEqual(errorsOf(run.snapshot), []);
    assert.deepEqual(outline(run), {
      facilities: [],
      components: {
        'Body CAN':
          '- | Communication | Gateway on Body CAN, Door on Body CAN, Seat on Body CAN, Radio on Body CAN, Display on Body CAN | DoorState{}, SeatState{}, DoorState (2){}',
        Gateway: '- |  | Gateway on Body CAN | ',
        Door: '- |  | Door on Body CAN | ',
        Seat: '- |  | Seat on Body CAN | ',
        Radio: '- |  | Radio on Body CAN | ',
        Display: '- |  | Display on Body CAN | ',
      },
      entries: [],
    });
    const { assets } = run.snapshot.model;
    assert.equal(
      assets.get('Body CAN/DoorState')?.description,
      'Sent when a handle moves. CAN id 0x123, 8 bytes. Sent by Door, Gateway. Received by Gateway, Seat. Signals: Open, Lock.',
    );
    assert.match(
      assets.get('Body CAN/SeatState')?.description ?? '',
      /^CAN id 0x18FF5021, 4 bytes\. Sent by Seat\. Signals/,
    );
    assert.match(
      run.snapshot.model.components.get('Gateway')?.description ?? '',
      /^Joins the buses over "two" lines\./,
    );
    assert.deepEqual(notesOf(run.report, 'problem'), [
      'body.dbc:24: This message (BO_) cannot be read: BO_ broken line',
    ]);
  });
});
