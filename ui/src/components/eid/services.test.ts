import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import App from '../../App.svelte';
import { eidServices, type EidServiceView, type PageEvent } from '../../lib/bindings';
import { codeState, serviceUrl, typedAddress, usualDeviceName } from '../../lib/eid';
import { Loader } from '../../lib/request.svelte';
import { problems } from '../../testing/axe';
import {
  connectedService,
  endedService,
  lostService,
  newDevice,
  pendingService,
} from '../../testing/fixtures';
import { failing, mockShell } from '../../testing/mock-shell';
import EidServicesCard from '../settings/EidServicesCard.svelte';
import { verbatim } from '../../lib/words';

type Answers = NonNullable<Parameters<typeof mockShell>[0]>;

const CODE = '01234-56789-ABCDE-FGHJK-MNPQRS';

async function open(answers: Answers = {}) {
  const calls = mockShell(answers);
  const services = new Loader(eidServices);
  void services.run();
  const shown = render(EidServicesCard, { services, profile: 'personal' });
  await waitFor(() => {
    expect(calls.some(({ command }) => command === 'eid_services')).toBe(true);
  });
  return { calls, user: userEvent.setup(), ...shown };
}

async function row(host: string) {
  const rows = await screen.findAllByTestId('eid-service-row');
  const found = rows.find((row) => row.textContent.includes(host));
  if (!found) throw new Error(`there is no row of ${host}`);
  return within(found);
}

/** Opens the form and fills it. */
async function fill(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByTestId('eid-services-connect'));
  expect(screen.getByTestId('eid-connect-address')).toHaveFocus();
  await user.type(screen.getByTestId('eid-connect-address'), 'eid.example');
  await user.type(screen.getByTestId('eid-connect-code'), CODE.toLowerCase());
}

test('every state is said in words', async () => {
  await open();
  const check = async (service: EidServiceView, state: string, text: RegExp) => {
    const shown = await row(service.host);
    expect(shown.getByText(state)).toBeVisible();
    expect(shown.getByTestId('eid-service-end').closest('li')).toHaveTextContent(text);
  };
  await check(connectedService, 'Connected', /ada@mail\.example.*profile .*personal/);
  await check(lostService, 'Not reachable', /since .*2026.*does not accept connections/);
  await check(endedService, 'Ended', /the operator or another of your devices.*new code/);
  await check(pendingService, 'Not finished', /the same code to continue/);
  expect(await problems()).toEqual([]);
});

test('a session that has ended while the wallet was locked says what it waits for', async () => {
  await open({
    eid_services: () => [{ ...connectedService, link: { state: 'waitsForUnlock' } }],
  });
  const shown = await row(connectedService.host);
  expect(shown.getByText('Waiting for you to unlock')).toBeVisible();
  expect(shown.getByText(/after you unlock the wallet/)).toBeVisible();
});

test('nobody is connected at first, and one sentence says what it is for', async () => {
  await open({ eid_services: () => [] });
  expect(await screen.findByText(/forwards requests from sites/)).toBeVisible();
  expect(screen.getByTestId('eid-services-connect')).toBeVisible();
  expect(await problems()).toEqual([]);
});

test('other devices are named, and a new one until the user knows of it', async () => {
  let service = { ...lostService };
  const { calls, user } = await open({
    eid_services: () => [connectedService, service],
    know_eid_devices: () => {
      const devices = service.devices.map((device) => ({ ...device, isNew: false }));
      return (service = { ...service, devices });
    },
  });
  const known = await row(connectedService.host);
  expect(known.getByTestId('eid-service-others')).toHaveTextContent(
    /Also answers:.*Ada’s phone.*, since .*2026/,
  );
  expect(known.queryByTestId('eid-service-new')).toBeNull();
  expect(screen.getByTestId('eid-service-new')).toHaveTextContent(
    /Another device can now answer for .*ada@works\.example.*Another laptop.*tell the operator of the service/,
  );
  await user.click(screen.getByTestId('eid-service-known'));
  await waitFor(() => {
    expect(screen.queryByTestId('eid-service-new')).toBeNull();
  });
  expect(calls.find(({ command }) => command === 'know_eid_devices')?.args).toEqual({
    id: lostService.id,
    devices: [newDevice.id],
  });
});

test('a service is connected to with a code, which is forgotten', async () => {
  let known: EidServiceView[] = [];
  const { calls, user } = await open({
    eid_services: () => known,
    connect_eid_service: () => {
      known = [connectedService];
      return connectedService;
    },
  });
  await fill(user);
  expect(screen.getByTestId('eid-connect-code')).toHaveValue(CODE);
  expect(screen.getByTestId('eid-connect-code')).toHaveAttribute('autocomplete', 'off');
  expect(screen.getByTestId('eid-connect-device')).toHaveValue(usualDeviceName());
  expect(screen.getByTestId('eid-connect')).toHaveTextContent(/go to the profile .*personal/);
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('eid-connect-accept'));
  expect(await screen.findByTestId('eid-connect-done')).toHaveTextContent(
    /connected to .*eid\.example.*ada@mail\.example/,
  );
  expect(screen.getByText(/cannot tell whether the operator checked/)).toBeVisible();
  expect(calls.find(({ command }) => command === 'connect_eid_service')?.args).toEqual({
    url: 'https://eid.example',
    code: CODE,
    name: usualDeviceName(),
  });
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('eid-connect-close'));
  expect(await screen.findByTestId('eid-service-row')).toBeVisible();
  await user.click(screen.getByTestId('eid-services-connect'));
  expect(screen.getByTestId('eid-connect-code')).toHaveValue('');
});

test('a code that cannot be one is told of before it is sent', async () => {
  const { user } = await open({ eid_services: () => [] });
  await fill(user);
  await user.type(screen.getByTestId('eid-connect-code'), '7');
  expect(screen.getByText(/The letter U is not used/)).toBeVisible();
  expect(screen.getByTestId('eid-connect-accept')).toBeDisabled();
  await user.type(screen.getByTestId('eid-connect-code'), '{Backspace}');
  expect(screen.getByTestId('eid-connect-accept')).toBeEnabled();
  await user.clear(screen.getByTestId('eid-connect-address'));
  expect(screen.getByTestId('eid-connect-accept')).toBeDisabled();
});

test('what goes wrong is said in words, and what was typed stays', async () => {
  let answer = failing('refused', 'Eid.example did not take the code: it is wrong.');
  const { user } = await open({ eid_services: () => [], connect_eid_service: () => answer() });
  await fill(user);
  const check = async (title: RegExp) => {
    await user.click(screen.getByTestId('eid-connect-accept'));
    await waitFor(() => {
      expect(screen.getByTestId('error-message')).toHaveTextContent(title);
    });
    expect(screen.getByTestId('eid-connect-code')).toHaveValue(CODE);
  };
  await check(/The service refused.*did not take the code/);
  answer = failing('unreachable', 'Eid.example is not known to the name service.');
  await check(/Could not reach the service.*name service/);
  answer = failing('protocol', 'What came from eid.example cannot be understood.');
  await check(/does not look like an Auth eID service/);
  answer = failing('other', 'This computer’s clock is 11 minutes behind that of eid.example.');
  await check(/Something went wrong.*11 minutes behind/);
  expect(await problems()).toEqual([]);
});

test('connecting can be cancelled, also by closing the dialog', async () => {
  let fail: ((failure: unknown) => void) | undefined;
  const stop = () => {
    fail?.({ code: 'stopped', message: verbatim('You cancelled it.') });
    return null;
  };
  const { calls, user } = await open({
    eid_services: () => [],
    connect_eid_service: () => new Promise((_, reject) => (fail = reject)),
    cancel_eid_connect: stop,
  });
  const cancels = () => calls.filter(({ command }) => command === 'cancel_eid_connect').length;
  await fill(user);
  await user.click(screen.getByTestId('eid-connect-accept'));
  expect(screen.getByRole('progressbar')).toHaveAccessibleName(/Connecting to .*eid\.example/);
  expect(screen.getByTestId('eid-connect-code')).toBeDisabled();
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('eid-connect-cancel'));
  expect(await screen.findByTestId('eid-connect-stopped')).toHaveTextContent('You cancelled it.');
  expect(cancels()).toBe(1);

  await user.click(screen.getByTestId('eid-connect-accept'));
  await user.click(screen.getByTestId('dialog-close'));
  expect(await screen.findByTestId('eid-connect-stopped')).toBeVisible();
  expect(cancels()).toBe(2);
  await user.click(screen.getByTestId('dialog-close'));
  await user.click(screen.getByTestId('discard-accept'));
  expect(screen.queryByTestId('eid-connect')).toBeNull();
});

test('a lock while connecting gives it up', async () => {
  const { calls, user, unmount } = await open({
    eid_services: () => [],
    connect_eid_service: () => new Promise(() => undefined),
  });
  await fill(user);
  await user.click(screen.getByTestId('eid-connect-accept'));
  unmount();
  expect(calls.some(({ command }) => command === 'cancel_eid_connect')).toBe(true);
});

test('what was not finished goes on from its row, where this profile answers', async () => {
  const other = { ...pendingService, id: 'b', host: 'b.example', profile: 'Example Works Ltd' };
  const { user } = await open({ eid_services: () => [pendingService, other] });
  expect((await row('b.example')).queryByTestId('eid-service-again')).toBeNull();
  await user.click((await row(pendingService.host)).getByTestId('eid-service-again'));
  expect(screen.getByTestId('eid-connect-address')).toHaveValue('http://127.0.0.1:8470');
  expect(screen.getByTestId('eid-connect-code')).toHaveFocus();
});

test('disconnecting asks, and says where the service does not know of it', async () => {
  let known = [connectedService, endedService];
  const { calls, user } = await open({
    eid_services: () => known,
    disconnect_eid_service: ({ id }) => {
      const service = known.find((one) => one.id === id);
      known = known.filter((one) => one.id !== id);
      const untold =
        id === connectedService.id
          ? {
              id: 'error-verbatim',
              arguments: { text: { text: 'eid.example took too long to answer.' } },
            }
          : null;
      return { service, untold };
    },
  });
  await user.click((await row(connectedService.host)).getByTestId('eid-service-end'));
  expect(screen.getByTestId('confirm')).toHaveTextContent(
    /Disconnect from .*eid\.example.*removes the service’s requests.*with a new code/,
  );
  expect(calls.some(({ command }) => command === 'disconnect_eid_service')).toBe(false);
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId('confirm-accept'));
  expect(await screen.findByTestId('eid-disconnect-untold')).toHaveTextContent(
    /eid\.example.* does not know that you disconnected.*took too long to answer.*remove this device/,
  );
  await user.click((await row(endedService.host)).getByTestId('eid-service-end'));
  expect(screen.getByTestId('confirm')).toHaveTextContent(/from this list/);
  await user.click(screen.getByTestId('confirm-accept'));
  expect(await screen.findByText(/forwards requests from sites/)).toBeVisible();
  expect(screen.queryByTestId('eid-disconnect-untold')).toBeNull();
});

test('the settings show it when a service is reached no longer', async () => {
  let service: EidServiceView = connectedService;
  let tell: ((news: PageEvent) => void) | undefined;
  const calls = mockShell({
    eid_services: () => [service],
    watch: ({ onEvent }) => {
      tell = (onEvent as { onmessage: (news: PageEvent) => void }).onmessage;
      return null;
    },
  });
  const looks = () => calls.filter(({ command }) => command === 'eid_services').length;
  const user = userEvent.setup();
  render(App);
  const settings = await screen.findByTestId('nav-settings');
  tell?.({ type: 'eidLinksChanged' });
  expect(looks()).toBe(0);
  await user.click(settings);
  await user.click(screen.getByTestId('settings-section-eid'));
  expect((await row('eid.example')).getByText('Connected')).toBeVisible();
  service = { ...lostService, id: service.id, host: service.host };
  tell?.({ type: 'eidLinksChanged' });
  expect(await screen.findByText('Not reachable')).toBeVisible();
  service = endedService;
  tell?.({ type: 'requestsChanged' });
  expect(await screen.findByText('Ended')).toBeVisible();
});

test('addresses and codes are taken as people type them', () => {
  expect(serviceUrl(' eid.example ')).toBe('https://eid.example');
  expect(serviceUrl('eid.example:8443')).toBe('https://eid.example:8443');
  expect(serviceUrl('http://127.0.0.1:8470')).toBe('http://127.0.0.1:8470');
  expect(typedAddress('https://eid.example:8443/')).toBe('eid.example:8443');
  expect(typedAddress('http://127.0.0.1:8470/')).toBe('http://127.0.0.1:8470');
  expect(codeState('')).toBe('begun');
  expect(codeState('0123 4567-89')).toBe('begun');
  expect(codeState(` ${CODE.toLowerCase()}`)).toBe('whole');
  expect(codeState(`${CODE}0`)).toBe('wrong');
  expect(codeState('0123U')).toBe('wrong');
  expect(codeState('0123é')).toBe('wrong');
});
